package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms that dates and times of day are written in.
 *
 * <p>Months have our own names, of three letters: those of the JDK depend on its release and locale data.
 */
final class AbsoluteTimeFormats {

    private static final DateTimeFormatter YEAR = digits(ChronoField.YEAR, 4, 4);
    private static final DateTimeFormatter MONTH = digits(ChronoField.MONTH_OF_YEAR, 1, 2);
    private static final DateTimeFormatter MONTH_NAME = monthName();
    private static final DateTimeFormatter DAY = digits(ChronoField.DAY_OF_MONTH, 1, 2);

    /** The forms of dates, with those of numbers only that an order allows. A text can have more than one of them. */
    static final Map<DayMonthOrder, List<DateTimeFormatter>> DATES = Arrays.stream(DayMonthOrder.values())
            .collect(Collectors.toUnmodifiableMap(order -> order, AbsoluteTimeFormats::dates));

    /** The forms of a time of day behind a date, with what is between the two. A text has one of them at most. */
    static final List<DateTimeFormatter> CLOCKS = Stream.of("'T'", "[,][' at'] ")
            .flatMap(before -> Stream.of(
                    strict(clock(before, ChronoField.CLOCK_HOUR_OF_AMPM)
                            .appendPattern("[ ]")
                            .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "AM", 1L, "PM"))),
                    strict(clock(before, ChronoField.HOUR_OF_DAY))))
            .toList();

    private AbsoluteTimeFormats() {}

    private static List<DateTimeFormatter> dates(DayMonthOrder order) {
        List<DateTimeFormatter> dates = new ArrayList<>();
        dates.add(date(MONTH_NAME, " ", DAY, "[,] ", YEAR));
        dates.add(date(DAY, " ", MONTH_NAME, "[,] ", YEAR));
        for (String separator : List.of("-", "/", ".")) {
            dates.add(date(YEAR, separator, MONTH, separator, DAY));
            dates.add(date(DAY, separator, MONTH_NAME, separator, YEAR));
            if (order != DayMonthOrder.MONTH_FIRST) {
                dates.add(date(DAY, separator, MONTH, separator, YEAR));
            }
            if (order != DayMonthOrder.DAY_FIRST) {
                dates.add(date(MONTH, separator, DAY, separator, YEAR));
            }
        }
        return dates;
    }

    private static DateTimeFormatter date(
            DateTimeFormatter first, String between, DateTimeFormatter second, String then, DateTimeFormatter third) {
        return strict(new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(first)
                .appendPattern(between)
                .append(second)
                .appendPattern(then)
                .append(third));
    }

    private static DateTimeFormatterBuilder clock(String before, ChronoField hour) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(before)
                .append(digits(hour, 1, 2))
                .appendPattern(":mm[:ss[")
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .appendPattern("]]");
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder form) {
        return form.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter digits(ChronoField field, int least, int most) {
        return new DateTimeFormatterBuilder()
                .appendValue(field, least, most, SignStyle.NOT_NEGATIVE)
                .toFormatter(Locale.ROOT);
    }

    private static DateTimeFormatter monthName() {
        Map<Long, String> names = Arrays.stream(Month.values())
                .collect(Collectors.toMap(
                        month -> (long) month.getValue(), month -> month.name().substring(0, 3)));
        return new DateTimeFormatterBuilder()
                .appendText(ChronoField.MONTH_OF_YEAR, names)
                .toFormatter(Locale.ROOT);
    }
}
