package io.jenkins.plugins.authtokencleanup;

import hudson.model.TaskListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One cleanup at a time for the same server and account on a controller: the second one waits, and says so. */
final class AccountQueue {
    private static final Map<String, AccountQueue> QUEUES = new ConcurrentHashMap<>();

    private final Semaphore place = new Semaphore(1, true);
    private volatile String holder = "another build";

    private AccountQueue() {}

    /** The right to clean up; given back when closed. */
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
     * Waits for its turn.
     *
     * @param order names server and account
     * @param build the build that waits
     * @param listener its log
     * @return the turn
     * @throws InterruptedException if the wait is interrupted
     */
    static Turn await(EngineOrder order, String build, TaskListener listener) throws InterruptedException {
        AccountQueue queue = QUEUES.computeIfAbsent(order.server() + " " + order.account(), key -> new AccountQueue());
        if (!queue.place.tryAcquire()) {
            listener.getLogger()
                    .println("Waiting: " + queue.holder + " is cleaning up this account on this server right now");
            queue.place.acquire();
        }
        queue.holder = build;
        return new Turn(queue);
    }
}
