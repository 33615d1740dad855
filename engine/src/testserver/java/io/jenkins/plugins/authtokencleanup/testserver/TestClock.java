package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets and moves; safe to use from several threads. */
public final class TestClock extends Clock {
    private volatile Clock current;
    private final ZoneId zone;

    private TestClock(Clock current, ZoneId zone) {
        this.current = current;
        this.zone = zone;
    }

    /** A clock that stands still at this instant until it is moved. */
    public static TestClock at(Instant instant) {
        return new TestClock(Clock.fixed(instant, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    /** A clock that runs with the machine's, ahead of it by a duration (behind, if negative). */
    public static TestClock skewedBy(Duration skew) {
        return new TestClock(Clock.offset(Clock.systemUTC(), skew), ZoneOffset.UTC);
    }

    /** Moves the clock forward; a negative duration moves it back. */
    public synchronized void advance(Duration duration) {
        current = Clock.offset(current, duration);
    }

    /** Sets the clock; it stands still from then on. */
    public synchronized void set(Instant instant) {
        current = Clock.fixed(instant, ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return current.withZone(other);
    }
}
