package io.jenkins.plugins.authtokencleanup.engine.server;

import java.time.Duration;

/** Waits. A test's waits take no time. */
@FunctionalInterface
public interface Sleeper {
    /** Real waiting. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /** No waiting: who is asked to slow down gives up at once. */
    Sleeper NONE = duration -> {
        throw new IllegalStateException("There is nothing to wait for");
    };

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;
}
