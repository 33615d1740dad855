package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.Month;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One way to read times: a pattern, the names in it, and a zone (contract, section 9). Not for more than one thread.
 */
final class TimeReading {

    private static final long LONGEST_YEAR = 366L * 86_400_000;

    private final DatePattern pattern;
    private final Spelling spelling;
    private final ReadingZone zone;
    private final boolean isPatternAssumed;
    private final int latestYear;
    private final SimpleDateFormat formatter;
    private final Map<LocalDate, List<OffsetSpan>> offsets = new HashMap<>();

    /**
     * A reading.
     *
     * @param isPatternAssumed whether the server didn't name the pattern
     * @param latestYear decides the century of a year of two digits
     */
    TimeReading(DatePattern pattern, Spelling spelling, ReadingZone zone, boolean isPatternAssumed, int latestYear) {
        this.pattern = pattern;
        this.spelling = spelling;
        this.zone = zone;
        this.isPatternAssumed = isPatternAssumed;
        this.latestYear = latestYear;
        formatter = spelling.formatter(pattern.text(), zone.zone());
    }

    /** Whether it writes each creation time as the server did. */
    boolean isProvenBy(List<CreatedTime> created) {
        return !created.isEmpty()
                && created.stream().allMatch(time -> time.isComplete() && writes(time.millis(), time.text()));
    }

    /** The same in another zone. */
    TimeReading in(ReadingZone otherZone) {
        return new TimeReading(pattern, spelling, otherZone, isPatternAssumed, latestYear);
    }

    /**
     * All instants that a text can mean.
     *
     * @return from the earliest to the latest in milliseconds since 1970, with the reading's slack; null if none
     */
    MilliSpan read(String text) {
        return read(text, this::withSlack);
    }

    /**
     * All instants that it writes as a text.
     *
     * @return from the earliest to the latest in milliseconds since 1970; null if none
     */
    MilliSpan readExactly(String text) {
        return read(text, (instants, date) -> instants);
    }

    private MilliSpan read(String text, BiFunction<MilliSpan, LocalDate, MilliSpan> widened) {
        MilliSpan all = null;
        for (WrittenTime written : new PatternMatcher(pattern, spelling, text).matches()) {
            LocalDate date = written.date(latestYear);
            MilliSpan instants = date == null ? null : instants(date, written.wallClock(date), text);
            if (instants != null) {
                all = widened.apply(instants, date).and(all);
            }
        }
        return all;
    }

    private MilliSpan instants(LocalDate date, List<MilliSpan> wallClock, String text) {
        MilliSpan all = null;
        for (OffsetSpan offset : offsets.computeIfAbsent(date, day -> OffsetSpan.around(day, zone.zone()))) {
            for (MilliSpan possible : wallClock) {
                MilliSpan instants = offset.when(possible);
                // What differs within such a span is not in the text, so one instant speaks for all.
                if (instants != null && writes(instants.last(), text)) {
                    all = instants.and(all);
                }
            }
        }
        return all;
    }

    private MilliSpan withSlack(MilliSpan instants, LocalDate date) {
        long slack = zone.slack().toMillis();
        // Were an assumed yyyy really YYYY, the first days of a year could be written with the year before.
        boolean maybeNextYear = isPatternAssumed && date.getMonth() == Month.JANUARY && date.getDayOfMonth() < 7;
        return new MilliSpan(instants.first() - slack, instants.last() + slack + (maybeNextYear ? LONGEST_YEAR : 0));
    }

    private boolean writes(long instant, String text) {
        return formatter.format(new Date(instant)).equals(text);
    }

    boolean differsInNamesOnly(TimeReading other) {
        return pattern.equals(other.pattern) && zone.equals(other.zone);
    }

    /** For people; has the server's pattern in it. */
    String description() {
        return "pattern " + pattern.text() + ", " + spelling.description() + ", " + zone.description();
    }
}
