package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.LocalTime;

/**
 * A time of day as it is written: the span that its resolution leaves open.
 *
 * @param from the first moment, a wall-clock time
 * @param to the last moment, the same as {@code from} for a time to the second or finer
 */
record ParsedClock(LocalTime from, LocalTime to) {

    /** No time is written. */
    static final ParsedClock ALL_DAY = new ParsedClock(LocalTime.MIN, LocalTime.MAX);

    /** A time to the minute. */
    static ParsedClock minute(int hour, int minute) {
        return new ParsedClock(LocalTime.of(hour, minute), LocalTime.of(hour, minute, 59, 999_999_999));
    }

    /** A time to the second or finer. */
    static ParsedClock exact(int hour, int minute, int second, int nano) {
        LocalTime time = LocalTime.of(hour, minute, second, nano);
        return new ParsedClock(time, time);
    }
}
