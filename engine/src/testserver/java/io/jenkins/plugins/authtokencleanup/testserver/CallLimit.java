package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Serves a limited number of calls within a minute. */
final class CallLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> served = new ArrayDeque<>();

    /** Whether one more call is served now; 0 allows any number. */
    boolean serves(Instant now, int callsAMinute) {
        while (!served.isEmpty() && !served.peekFirst().isAfter(now.minus(WINDOW))) {
            served.removeFirst();
        }
        if (callsAMinute > 0 && served.size() >= callsAMinute) {
            return false;
        }
        served.addLast(now);
        return true;
    }
}
