package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.ZoneOffset;

/** The years 2000 to 2200, which a last access can be in; anything outside is a misreading, not an old token. */
public final class PlausibleTime {

    private PlausibleTime() {}

    /** Whether a written year is one of them. */
    public static boolean isYear(int year) {
        return year >= 2000 && year <= 2200;
    }

    /**
     * The span of two instants.
     *
     * @return the span, or null if a part of it is outside those years (UTC)
     */
    public static LastAccess span(Instant earliest, Instant latest) {
        boolean plausible = isYear(earliest.atOffset(ZoneOffset.UTC).getYear())
                && isYear(latest.atOffset(ZoneOffset.UTC).getYear());
        if (!plausible) {
            return null;
        }
        return earliest.equals(latest) ? new LastAccess.At(latest) : new LastAccess.Between(earliest, latest);
    }
}
