package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/**
 * A time during which the clocks of a zone were not changed.
 *
 * <p>Taken from {@link TimeZone}, not from {@link java.time.zone.ZoneRules}: it is what the formatter goes by, and the
 * two differ in the far future of some zones.
 *
 * @param time from the first to the last millisecond
 * @param offset what to add for the wall clock, in milliseconds
 */
record OffsetSpan(MilliSpan time, int offset) {

    private static final long HOUR = 3_600_000;
    private static final int HOURS_PER_DAY = 24;

    /** No wall clock is further away from UTC. */
    private static final long FURTHEST = HOURS_PER_DAY * HOUR;

    /**
     * All at which a wall clock can show a date.
     *
     * @return in order and without holes
     */
    static List<OffsetSpan> around(LocalDate date, TimeZone zone) {
        List<OffsetSpan> spans = new ArrayList<>();
        long midnight = date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        long start = midnight - FURTHEST;
        long end = midnight + HOURS_PER_DAY * HOUR + FURTHEST;
        long at = start;
        while (at < end) {
            long next = Math.min(end, at + HOUR);
            if (isChanged(zone, at, next)) {
                long change = firstAfterChange(zone, at, next);
                spans.add(new OffsetSpan(new MilliSpan(start, change - 1), zone.getOffset(at)));
                start = change;
            }
            at = next;
        }
        spans.add(new OffsetSpan(new MilliSpan(start, end), zone.getOffset(end)));
        return spans;
    }

    /** The part of this time at which the wall clock is within a span; null if there is none. */
    MilliSpan when(MilliSpan wallClock) {
        return time.common(wallClock.shifted(-offset));
    }

    private static long firstAfterChange(TimeZone zone, long before, long after) {
        long low = before;
        long high = after;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (isChanged(zone, before, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    // Daylight saving can end without a change of the clock: then the zone's name alone is another one.
    private static boolean isChanged(TimeZone zone, long one, long other) {
        return zone.getOffset(one) != zone.getOffset(other)
                || zone.inDaylightTime(new Date(one)) != zone.inDaylightTime(new Date(other));
    }
}
