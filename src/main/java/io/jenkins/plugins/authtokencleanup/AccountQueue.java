package io.jenkins.plugins.authtokencleanup;

import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Allows one cleanup at a time for each server and account: the next build waits and says so in its log. */
final class AccountQueue {
    private static final Map<String, AccountQueue> QUEUES = new ConcurrentHashMap<>();

    private final Semaphore place = new Semaphore(1, true);
    private volatile String holder = "another build";

    private AccountQueue() {}

    /** The right to clean up, until closed. */
    static final class Turn implements AutoCloseable {
        private final AccountQueue queue;

        private Turn(AccountQueue queue) {
            this.queue = queue;
        }

        @Override
        public void close() {
            queue.place.release();
        }
    }

    /**
     * Waits for a build's turn.
     *
     * @param account server and account
     * @param build the build's name, for the log of the next one
     * @param listener the build's log
     * @return the turn
     * @throws InterruptedException if the wait is interrupted
     */
    static Turn await(ConnectionSettings account, String build, TaskListener listener) throws InterruptedException {
        String key = account.address() + " " + account.account();
        AccountQueue queue = QUEUES.computeIfAbsent(key, first -> new AccountQueue());
        if (!queue.place.tryAcquire()) {
            listener.getLogger()
                    .println("Waiting: " + queue.holder + " is cleaning up this account on this server right now");
            queue.place.acquire();
        }
        queue.holder = build;
        return new Turn(queue);
    }
}
