package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.time.Duration;

/**
 * What one exchange may cost.
 *
 * @param time from sending to the last byte of the answer
 * @param bytes the most bytes of the answer's body that are read
 * @param afterInterruption how long an interrupted thread still waits for the answer
 */
record Limits(Duration time, long bytes, Duration afterInterruption) {
    private static final long PAGE_BYTES = 4L << 20;
    private static final long REPLY_BYTES = 1L << 20;
    private static final long PANEL_BYTES = 1L << 30;

    static Limits page(Duration time) {
        return new Limits(time, PAGE_BYTES, Duration.ZERO);
    }

    static Limits panel(Duration time) {
        return new Limits(time, PANEL_BYTES, Duration.ZERO);
    }

    /** The answer to a request that changes something is worth waiting for: what was done, or how to sign out. */
    static Limits change(Duration time) {
        return new Limits(time, REPLY_BYTES, Duration.ofSeconds(1));
    }
}
