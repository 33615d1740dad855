package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;

/**
 * One way to read times: a pattern, the names in it, and a zone (contract, section 9). A text means every instant that
 * is written so. Not for more than one thread.
 *
 * @param isPatternAssumed whether the server didn't name the pattern
 * @param formatter shared by the readings that differ in the zone alone, so the zone is set before each use
 */
record TimeReading(
        DatePattern pattern,
        Spelling spelling,
        ReadingZone zone,
        boolean isPatternAssumed,
        SimpleDateFormat formatter) {

    private static final long DAY = Duration.ofDays(1).toMillis();
    /** By how much a text may be parsed wrongly on the day when the clocks are changed. */
    private static final long LONGEST_CHANGE = Duration.ofHours(4).toMillis();
    /** By how much, if it names a zone: from the westernmost to the easternmost one. */
    private static final long FARTHEST_ZONE = Duration.ofHours(26).toMillis();

    private static final long LONGEST_YEAR = 366 * DAY;
    private static final int CENTURY = 100;

    /**
     * A reading in UTC.
     *
     * @param isPatternAssumed whether the server didn't name the pattern
     * @param latestYear decides the century of a year of two digits
     */
    static TimeReading of(DatePattern pattern, Spelling spelling, boolean isPatternAssumed, int latestYear) {
        SimpleDateFormat formatter = spelling.formatter(pattern.text());
        LocalDate firstDay = LocalDate.of(latestYear - CENTURY + 1, Month.JANUARY, 1);
        formatter.set2DigitYearStart(
                Date.from(firstDay.atStartOfDay(ZoneOffset.UTC).toInstant()));
        return new TimeReading(pattern, spelling, ReadingZone.of(ZoneOffset.UTC), isPatternAssumed, formatter);
    }

    /** The same in another zone. */
    TimeReading in(ReadingZone otherZone) {
        return new TimeReading(pattern, spelling, otherZone, isPatternAssumed, formatter);
    }

    /** Whether it writes each creation time as the server did. */
    boolean isProvenBy(List<CreatedTime> created) {
        return created.stream().allMatch(time -> write(time.millis()).equals(time.text()));
    }

    /** Whether a text is one that it writes, with anything behind it. */
    boolean begins(String text) {
        Date parsed = parsed(text);
        return parsed != null && text.startsWith(write(parsed.getTime()));
    }

    /**
     * The instants that a text can mean.
     *
     * @return in milliseconds since 1970, with the zone's slack; of each span of instants the first and the last one
     */
    LongStream read(String text) {
        Date parsed = parsed(text);
        if (parsed == null) {
            return LongStream.empty();
        }
        long wallClock = parsed.getTime() + zone.zone().getOffset(parsed.getTime());
        long step = pattern.timesApart().toMillis();
        long error = pattern.showsZone() ? FARTHEST_ZONE : LONGEST_CHANGE;
        return LongStream.rangeClosed(-error / step, (DAY + error) / step)
                .map(number -> wallClock + number * step)
                .flatMap(this::instants)
                .filter(instant -> write(instant).equals(text))
                .flatMap(this::withSlack);
    }

    /** The instants at which the wall clock may show a time: two where the zone's clocks are put back. */
    private LongStream instants(long wallClock) {
        return LongStream.of(wallClock - DAY, wallClock + 2 * DAY)
                .map(near -> wallClock - zone.zone().getOffset(near))
                .distinct();
    }

    private LongStream withSlack(long instant) {
        long slack = zone.slack().toMillis();
        long last = instant + pattern.precision().toMillis() - 1;
        return LongStream.of(instant - slack, last + slack + (maybeOfNextYear(instant) ? LONGEST_YEAR : 0));
    }

    /** Were an assumed yyyy really YYYY, the first days of a year could be written with the year before. */
    private boolean maybeOfNextYear(long instant) {
        if (!isPatternAssumed) {
            return false;
        }
        LocalDate date =
                LocalDate.ofInstant(Instant.ofEpochMilli(instant), zone.zone().toZoneId());
        return date.getMonth() == Month.JANUARY && date.getDayOfMonth() < 7;
    }

    /** One instant that a text can mean; null if it is not in the pattern. */
    private Date parsed(String text) {
        formatter.setTimeZone(zone.zone());
        return formatter.parse(text, new ParsePosition(0));
    }

    private String write(long instant) {
        formatter.setTimeZone(zone.zone());
        return formatter.format(new Date(instant));
    }

    boolean differsInNamesOnly(TimeReading other) {
        return pattern.equals(other.pattern) && zone.equals(other.zone);
    }

    /** For people; has the server's pattern in it. */
    String description() {
        return "pattern " + pattern.text() + ", " + spelling.description() + ", " + zone.description();
    }
}
