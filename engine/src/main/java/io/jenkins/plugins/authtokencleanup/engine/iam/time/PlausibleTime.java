package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;

/** The years that a last access can be in; anything outside is a misreading, not an old token. */
public final class PlausibleTime {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2201-01-01T00:00:00Z");

    private PlausibleTime() {}

    /** Whether a written year is one of them. */
    public static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /**
     * The span of two instants.
     *
     * @return the span, or null if a part of it is outside the years 2000 to 2200 (UTC)
     */
    public static LastAccess span(Instant earliest, Instant latest) {
        if (earliest.isBefore(FIRST) || !latest.isBefore(END)) {
            return null;
        }
        return earliest.equals(latest) ? new LastAccess.At(latest) : new LastAccess.Between(earliest, latest);
    }
}
