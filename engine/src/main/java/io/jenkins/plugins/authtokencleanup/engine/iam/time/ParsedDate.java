package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * A date as it is written, before anything is decided about the order of its numbers.
 *
 * @param weekday the weekday that is written with it, or null
 * @param year the year
 * @param first the first of the other two numbers; the day of the month if the order is clear
 * @param second the second of the other two numbers; the month if the order is clear
 * @param ordered whether the order is clear: the month is a name, or the year comes first
 */
record ParsedDate(DayOfWeek weekday, int year, int first, int second, boolean ordered) {

    /** The plausible dates that the text can mean: none if it is not valid, two if the order of its numbers is open. */
    List<LocalDate> dates(DayMonthOrder order) {
        List<LocalDate> dates = new ArrayList<>(2);
        if (ordered || order != DayMonthOrder.MONTH_FIRST) {
            addIfValid(dates, first, second);
        }
        if (!ordered && order != DayMonthOrder.DAY_FIRST) {
            addIfValid(dates, second, first);
        }
        return dates;
    }

    private void addIfValid(List<LocalDate> dates, int day, int month) {
        if (!PlausibleTime.isYear(year)
                || month < 1
                || month > 12
                || day < 1
                || day > Month.of(month).length(Year.isLeap(year))) {
            return;
        }
        LocalDate date = LocalDate.of(year, month, day);
        if (weekday == null || weekday == date.getDayOfWeek()) {
            dates.add(date);
        }
    }
}
