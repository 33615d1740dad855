package io.jenkins.plugins.authtokencleanup.engine;

import java.time.Duration;

/** Waits. A test's waits take no time. */
@FunctionalInterface
public interface Pauses {
    /** Real waiting. */
    Pauses REAL = pause -> Thread.sleep(pause.toMillis());

    /**
     * Waits.
     *
     * @param pause how long
     * @throws InterruptedException if the thread is interrupted
     */
    void pause(Duration pause) throws InterruptedException;
}
