package io.jenkins.plugins.authtokencleanup;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Allows one cleanup or connection test at a time for each server and account, and two connection tests in all. A build
 * waits for its turn and says so in its log; a connection test never waits.
 */
final class AccountQueue {
    private static final Map<String, AccountQueue> QUEUES = new ConcurrentHashMap<>();
    private static final Semaphore TESTS = new Semaphore(2);

    private final Semaphore place = new Semaphore(1, true);
    /** Who has the place; none of both while a build takes over from another one. */
    private volatile Run<?, ?> build;

    private volatile boolean tested;

    private AccountQueue() {}

    /** The right to use the account, until closed. */
    static final class Turn implements AutoCloseable {
        private final AccountQueue queue;
        private final boolean test;

        private Turn(AccountQueue queue, Run<?, ?> build, boolean test) {
            this.queue = queue;
            this.test = test;
            queue.build = build;
            queue.tested = test;
        }

        @Override
        public void close() {
            queue.build = null;
            queue.tested = false;
            queue.place.release();
            if (test) {
                TESTS.release();
            }
        }
    }

    /** Something else has the account, or all places for connection tests are taken. The message says what. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;

        private Busy(String what) {
            super(what);
        }
    }

    /** Waits for a build's turn, and says in its log for what. */
    static Turn await(ConnectionSettings account, Run<?, ?> build, TaskListener listener) throws InterruptedException {
        AccountQueue queue = of(account);
        if (!queue.tryNow()) {
            listener.getLogger().println(SafeText.of("Waiting: " + queue.holder(holder -> true)));
            queue.place.acquire();
        }
        return new Turn(queue, build, false);
    }

    /**
     * A connection test's turn, if it is free at once. Called by the user's thread; any thread may end the turn.
     *
     * @throws Busy if it is not, with what the current user may know
     */
    static Turn forTest(ConnectionSettings account) throws Busy, InterruptedException {
        AccountQueue queue = of(account);
        if (!queue.tryNow()) {
            // Who may not see a build does not learn its name.
            throw new Busy(queue.holder(holder -> holder.hasPermission(Item.READ)));
        }
        if (!TESTS.tryAcquire()) {
            queue.place.release();
            throw new Busy(Messages.busyTests());
        }
        return new Turn(queue, null, true);
    }

    /** What has the place; names only builds that are shown. */
    private String holder(Predicate<Run<?, ?>> shown) {
        Run<?, ?> holder = build;
        if (holder != null && shown.test(holder)) {
            return Messages.busyBuild(holder.getFullDisplayName());
        }
        return tested ? Messages.busyTest() : Messages.busyHidden();
    }

    /** With a time, unlike without one, nobody gets ahead of a build that waits. */
    private boolean tryNow() throws InterruptedException {
        return place.tryAcquire(0, TimeUnit.SECONDS);
    }

    private static AccountQueue of(ConnectionSettings account) {
        String key = account.address() + " " + account.account().toLowerCase(Locale.ROOT);
        return QUEUES.computeIfAbsent(key, first -> new AccountQueue());
    }
}
