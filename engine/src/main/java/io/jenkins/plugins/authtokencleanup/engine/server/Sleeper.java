package io.jenkins.plugins.authtokencleanup.engine.server;

import java.time.Duration;

/** Waits. A test's waits take no time. */
@FunctionalInterface
public interface Sleeper {
    /** Real waiting. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /**
     * Waits.
     *
     * @param duration how long
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration duration) throws InterruptedException;
}
