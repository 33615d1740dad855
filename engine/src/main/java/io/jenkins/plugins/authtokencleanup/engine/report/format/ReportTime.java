package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants in reports and messages: UTC, to the second. */
public final class ReportTime {
    private ReportTime() {}

    /** For programs: {@code 2026-03-01T10:00:00Z}; null for null. */
    static String exact(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** For people, for example {@code 2026-03-01 10:00:00 UTC}. Not for null. */
    public static String readable(Instant instant) {
        return exact(instant).replace('T', ' ').replace("Z", " UTC");
    }
}
