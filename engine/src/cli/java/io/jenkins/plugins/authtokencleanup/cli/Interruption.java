package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Handles Ctrl-C and SIGTERM: interrupts the run, which gets some seconds to sign out and to write its reports, then
 * ends the process as interrupted.
 */
final class Interruption {
    private static final long GRACE_SECONDS = 8;

    private final Thread run;
    /** Set by whichever comes first: the end of the run, or a signal. */
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

    /** Ends the process with a status, unless a signal is already ending it. */
    void end(int status) {
        if (decided.compareAndSet(false, true)) {
            System.exit(status);
        }
        // Not System.exit, which would wait forever for the hook. The hook ends the process.
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
