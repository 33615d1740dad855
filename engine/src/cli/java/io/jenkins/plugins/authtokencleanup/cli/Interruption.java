package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens on Ctrl-C and on a request to terminate: the run is interrupted and gets some seconds to sign out and to
 * write its reports; then the process ends as interrupted, whatever the signal was.
 */
final class Interruption {
    private static final long GRACE_SECONDS = 8;

    private final Thread run;
    /** Set by whoever is first: the run at its end, or the hook because of a signal. */
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Interruption(Thread run) {
        this.run = run;
    }

    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "interruption"));
        return interruption;
    }

    /** Ends the process with a status, unless a signal already does. */
    void end(int status) {
        if (decided.compareAndSet(false, true)) {
            System.exit(status);
        }
        // System.exit would wait for the hook for ever; the hook waits for this, and ends the process.
        ended.countDown();
    }

    private void onShutdown() {
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        run.interrupt();
        try {
            ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }
}
