package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Parses absolute times (contract, section 5): {@code Tue May 12 10:30:11 IST 2026}, ISO 8601, and the common English
 * and numeric forms.
 */
final class AbsoluteTimeParser {

    private static final Pattern LONG_NAME = Pattern.compile(
            "\\b(?:january|february|march|april|june|july|august|september|sept|october|november|december"
                    + "|monday|tuesday|tues|wednesday|thursday|thurs|thur|friday|saturday|sunday)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=:\\d\\d),(?=\\d)");
    private static final Pattern COMMA_WITHOUT_BLANK = Pattern.compile(",(?! )");

    /** {@code May 12 10:30:11 IST 2026}: the year after the time of day, and the zone before or after it. */
    private static final Pattern YEAR_AFTER_CLOCK =
            Pattern.compile("(.*[a-z] \\d{1,2})( \\d{1,2}:.*) (\\d{4})(?!\\d)(.*)", Pattern.CASE_INSENSITIVE);

    // After a blank, anything but a time of day or the AM or PM of one.
    private static final Pattern ZONE_AFTER_DATE = Pattern.compile("|[Zz+]\\S*| (?!\\d)\\S+");
    private static final Pattern ZONE_AFTER_CLOCK =
            Pattern.compile("|[z+\\[-]\\S*| (?![ap]m(?![a-z]))\\S+", Pattern.CASE_INSENSITIVE);

    /**
     * A meaning of a text, in wall-clock times.
     *
     * @param from the first moment that is meant
     * @param to the last moment, the same as {@code from} for a time to the second or finer
     * @param zone the text of the zone, not yet read; empty if there is none
     */
    record Meaning(LocalDateTime from, LocalDateTime to, String zone) {}

    private AbsoluteTimeParser() {}

    /**
     * Parses a text.
     *
     * @param text the text of a cell, its blanks folded
     * @param order how dates of numbers only are written
     * @return all that it can mean; empty if it is anything but a date with its time and zone
     */
    static List<Meaning> parse(String text, DayMonthOrder order) {
        if (AccessTimeText.isTooLong(text)) {
            return List.of();
        }
        String usual = inUsualForm(text);
        return AbsoluteTimeFormats.BY_ORDER.get(order).stream()
                .map(format -> parse(usual, format))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String inUsualForm(String text) {
        String named = LONG_NAME.matcher(text).replaceAll(name -> name.group().substring(0, 3));
        String pointed = DECIMAL_COMMA.matcher(named).replaceAll(".");
        String spaced = COMMA_WITHOUT_BLANK.matcher(pointed).replaceAll(", ");
        return YEAR_AFTER_CLOCK.matcher(spaced).replaceFirst("$1 $3$2$4");
    }

    private static Meaning parse(String text, DateTimeFormatter format) {
        ParsePosition end = new ParsePosition(0);
        TemporalAccessor written = format.parseUnresolved(text, end);
        if (written == null) {
            return null;
        }
        boolean timed = written.isSupported(ChronoField.MINUTE_OF_HOUR);
        boolean toTheSecond = written.isSupported(ChronoField.SECOND_OF_MINUTE);
        ChronoUnit precision = toTheSecond ? ChronoUnit.NANOS : timed ? ChronoUnit.MINUTES : ChronoUnit.DAYS;
        String zone = text.substring(end.getIndex());
        boolean whole = (timed ? ZONE_AFTER_CLOCK : ZONE_AFTER_DATE).matcher(zone).matches();
        LocalDateTime from = whole ? start(text.substring(0, end.getIndex()), format) : null;
        return from == null ? null : new Meaning(from, from.plus(1, precision).minusNanos(1), zone.strip());
    }

    private static LocalDateTime start(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor parsed = format.parseBest(text, LocalDateTime::from, LocalDate::from);
            LocalDateTime start = parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
            return PlausibleTime.isYear(start.getYear()) ? start : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
