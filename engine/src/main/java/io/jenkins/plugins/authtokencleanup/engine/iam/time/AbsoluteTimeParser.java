package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses absolute times (contract, section 5): {@code Tue May 12 10:30:11 IST 2026}, ISO 8601, and the common English
 * and numeric forms.
 */
final class AbsoluteTimeParser {

    /** All forms have one, and no relative time does. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private static final Pattern LONG_NAME = Pattern.compile(
            "\\b(?:january|february|march|april|june|july|august|september|sept|october|november|december"
                    + "|monday|tuesday|tues|wednesday|thursday|thurs|thur|friday|saturday|sunday)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=:\\d\\d),(?=\\d)");
    private static final Pattern COMMA_WITHOUT_BLANK = Pattern.compile(",(?! )");

    private static final Pattern WEEKDAY =
            Pattern.compile("(mon|tue|wed|thu|fri|sat|sun),? ", Pattern.CASE_INSENSITIVE);

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
        if (AccessTimeText.isTooLong(text) || !YEAR.matcher(text).find()) {
            return List.of();
        }
        String usual = inUsualForm(text);
        Matcher weekday = WEEKDAY.matcher(usual);
        String day = weekday.lookingAt() ? weekday.group(1) : "";
        String dated = day.isEmpty() ? usual : usual.substring(weekday.end());
        return AbsoluteTimeFormats.DATES.get(order).stream()
                .flatMap(form -> parse(dated, form))
                .filter(time -> time.from().getDayOfWeek().name().startsWith(day.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static String inUsualForm(String text) {
        String named = LONG_NAME.matcher(text).replaceAll(name -> name.group().substring(0, 3));
        String pointed = DECIMAL_COMMA.matcher(named).replaceAll(".");
        String spaced = COMMA_WITHOUT_BLANK.matcher(pointed).replaceAll(", ");
        return YEAR_AFTER_CLOCK.matcher(spaced).replaceFirst("$1 $3$2$4");
    }

    private static Stream<Meaning> parse(String text, DateTimeFormatter form) {
        ParsePosition end = new ParsePosition(0);
        if (form.parseUnresolved(text, end) == null) {
            return Stream.empty();
        }
        LocalDate date = resolved(text.substring(0, end.getIndex()), form, LocalDate::from);
        if (date == null || !PlausibleTime.isYear(date.getYear())) {
            return Stream.empty();
        }
        String rest = text.substring(end.getIndex());
        return ZONE_AFTER_DATE.matcher(rest).matches()
                ? Stream.of(meaning(date.atStartOfDay(), ChronoUnit.DAYS, rest))
                : AbsoluteTimeFormats.CLOCKS.stream().flatMap(clock -> timed(date, rest, clock));
    }

    private static Stream<Meaning> timed(LocalDate date, String text, DateTimeFormatter form) {
        ParsePosition end = new ParsePosition(0);
        TemporalAccessor written = form.parseUnresolved(text, end);
        String zone = text.substring(end.getIndex());
        if (written == null || !ZONE_AFTER_CLOCK.matcher(zone).matches()) {
            return Stream.empty();
        }
        ChronoUnit precision =
                written.isSupported(ChronoField.SECOND_OF_MINUTE) ? ChronoUnit.NANOS : ChronoUnit.MINUTES;
        LocalTime time = resolved(text.substring(0, end.getIndex()), form, LocalTime::from);
        return time == null ? Stream.empty() : Stream.of(meaning(date.atTime(time), precision, zone));
    }

    private static Meaning meaning(LocalDateTime from, ChronoUnit precision, String zone) {
        return new Meaning(from, from.plus(1, precision).minusNanos(1), zone.strip());
    }

    /** Null for what the calendar or the clock does not have. */
    private static <T> T resolved(String text, DateTimeFormatter form, TemporalQuery<T> what) {
        try {
            return form.parse(text, what);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
