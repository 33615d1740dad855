package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import io.jenkins.plugins.authtokencleanup.engine.iam.time.PlausibleTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;

/**
 * What one text says.
 *
 * @param fields year, month and day, and those of the time that are written; a year below 100 is one of a century
 */
record WrittenTime(Map<ChronoField, Integer> fields) {

    private static final int CENTURY = 100;

    /**
     * The date.
     *
     * @param latestYear decides the century of a year of two digits
     * @return the date, or null if there is none such in the years that a last access can be in
     */
    LocalDate date(int latestYear) {
        int year = fields.get(ChronoField.YEAR);
        int month = fields.get(ChronoField.MONTH_OF_YEAR);
        int day = fields.get(ChronoField.DAY_OF_MONTH);
        if (year < CENTURY) {
            year = latestYear - Math.floorMod(latestYear - year, CENTURY);
        }
        boolean exists = PlausibleTime.isYear(year)
                && ChronoField.MONTH_OF_YEAR.range().isValidValue(month)
                && YearMonth.of(year, month).isValidDay(day);
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /**
     * All that the time of day can be, as a wall clock shows it on a date.
     *
     * @return in milliseconds since 1970 on that clock
     */
    List<MilliSpan> wallClock(LocalDate date) {
        long midnight = date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        return ClockUnit.spans(fields).stream()
                .map(span -> span.shifted(midnight))
                .toList();
    }
}
