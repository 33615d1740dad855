package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.time.Duration;

/**
 * What one exchange may cost.
 *
 * @param time from sending to the last byte of the response
 * @param bytes the most bytes of the response's body
 * @param afterInterruption how long an interrupted thread still waits for the response
 */
public record Limits(Duration time, long bytes, Duration afterInterruption) {
    /** About 13,000 AuthTokens; an account has tens to hundreds. */
    private static final long PAGE_BYTES = 8L << 20;

    private static final long REPLY_BYTES = 1L << 20;

    /** For reading a page. */
    public static Limits page(Duration time) {
        return new Limits(time, PAGE_BYTES, Duration.ZERO);
    }

    /** For a request that changes something: its response says what was done, or how to sign out. */
    public static Limits change(Duration time) {
        return new Limits(time, REPLY_BYTES, Duration.ofSeconds(1));
    }
}
