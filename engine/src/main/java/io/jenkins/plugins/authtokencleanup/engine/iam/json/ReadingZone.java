package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;

/**
 * The zone of a reading.
 *
 * @param zone the zone; not to be changed
 * @param slack by how much the zone's clocks may be wrong
 * @param description for people
 */
record ReadingZone(TimeZone zone, Duration slack, String description) {

    /** An offset taken from some dates may be without the daylight saving of others. */
    private static final Duration DAYLIGHT_SAVING = Duration.ofHours(2);

    /**
     * A zone that is named.
     *
     * @param id may be null
     * @return null if this Java version doesn't know the id
     */
    static ReadingZone named(String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        TimeZone zone = TimeZone.getTimeZone(id);
        boolean known =
                !zone.getID().equals("GMT") || id.toUpperCase(Locale.ROOT).equals("GMT");
        return known ? new ReadingZone(zone, Duration.ZERO, zone.getID()) : null;
    }

    static ReadingZone of(ZoneId zone) {
        return new ReadingZone(TimeZone.getTimeZone(zone), Duration.ZERO, zone.getId());
    }

    /** A zone of which only the offset is known, and that from some instants only. */
    static ReadingZone inferred(ZoneOffset offset) {
        String id = "GMT" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId());
        return new ReadingZone(TimeZone.getTimeZone(id), DAYLIGHT_SAVING, id + " (inferred, give or take two hours)");
    }
}
