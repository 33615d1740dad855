package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.DayOfWeek;
import java.time.Month;

/**
 * Takes one text apart as an absolute time (contract, section 5): {@code Tue May 12 10:30:11 IST 2026}, ISO 8601, and
 * the common English and numeric forms.
 *
 * <p>Written by hand because a panel has thousands of cells, and a list of formatters would throw for nearly each of
 * them. Good for one text.
 */
final class AbsoluteTimeParser {

    private static final String DATE_SEPARATORS = "-/.";

    private final TextScanner scan;
    private ParsedDate date;
    private ParsedClock clock = ParsedClock.ALL_DAY;
    private String zone = "";

    AbsoluteTimeParser(String text) {
        scan = new TextScanner(text);
    }

    /**
     * Reads the text.
     *
     * @return what is written, or null if the text is anything but a date with its time and zone
     */
    ParsedTime read() {
        scan.blanks();
        DayOfWeek weekday = weekday();
        boolean whole = scan.atDigit() ? numberFirst(weekday) : monthFirst(weekday);
        scan.blanks();
        return whole && scan.atEnd() ? new ParsedTime(date, clock, zone) : null;
    }

    /** The date that {@link #read()} came upon, also if it then met something that it can't read; null if none. */
    ParsedDate date() {
        return date;
    }

    private DayOfWeek weekday() {
        int start = scan.position();
        DayOfWeek weekday = EnglishNames.weekday(scan.word());
        boolean comma = weekday != null && scan.take(',');
        if (weekday == null || !(scan.blanks() || comma)) {
            scan.backTo(start);
            return null;
        }
        return weekday;
    }

    // May 12, 2026 10:30 PM and May 12 10:30:11 IST 2026
    private boolean monthFirst(DayOfWeek weekday) {
        Month month = EnglishNames.month(scan.word());
        if (month == null || !scan.blanks()) {
            return false;
        }
        int day = scan.number(1, 2);
        boolean comma = scan.take(',');
        if (day < 0 || !(scan.blanks() || comma)) {
            return false;
        }
        int year = scan.number(4, 4);
        if (year >= 0) {
            date = new ParsedDate(weekday, year, day, month.getValue(), true);
            return clockAndZone();
        }
        return !comma && clock() && zoneAndYear(weekday, day, month);
    }

    private boolean zoneAndYear(DayOfWeek weekday, int day, Month month) {
        if (!scan.blanks()) {
            return false;
        }
        int year = scan.number(4, 4);
        boolean zoneIsLast = year >= 0;
        if (!zoneIsLast) {
            zone = scan.chunk();
            scan.blanks();
            year = scan.number(4, 4);
        }
        date = new ParsedDate(weekday, year, day, month.getValue(), true);
        return year >= 0 && (!zoneIsLast || zone());
    }

    // 2026-05-12, 12 May 2026, 12/05/2026
    private boolean numberFirst(DayOfWeek weekday) {
        int year = scan.number(4, 4);
        if (year >= 0) {
            char separator = scan.takeOneOf(DATE_SEPARATORS);
            int month = scan.number(1, 2);
            if (month < 0 || !scan.take(separator)) {
                return false;
            }
            int day = scan.number(1, 2);
            date = new ParsedDate(weekday, year, day, month, true);
            return day >= 0 && clockAndZone();
        }
        int first = scan.number(1, 2);
        char separator = scan.takeOneOf(DATE_SEPARATORS);
        if (first < 0 || (separator == 0 && !scan.blanks())) {
            return false;
        }
        return (scan.atDigit() ? numericDate(weekday, first, separator) : namedDate(weekday, first, separator))
                && clockAndZone();
    }

    private boolean numericDate(DayOfWeek weekday, int first, char separator) {
        int second = scan.number(1, 2);
        if (second < 0 || separator == 0 || !scan.take(separator)) {
            return false;
        }
        int year = scan.number(4, 4);
        if (year < 0) {
            return false;
        }
        date = new ParsedDate(weekday, year, first, second, false);
        return true;
    }

    private boolean namedDate(DayOfWeek weekday, int day, char separator) {
        Month month = EnglishNames.month(scan.word());
        if (month == null) {
            return false;
        }
        boolean separated = separator == 0 ? scan.take(',') | scan.blanks() : scan.take(separator);
        int year = scan.number(4, 4);
        if (!separated || year < 0) {
            return false;
        }
        date = new ParsedDate(weekday, year, day, month.getValue(), true);
        return true;
    }

    // After a date: nothing, or its time and zone, or a zone alone.
    private boolean clockAndZone() {
        if (scan.atOneOf("Tt")) {
            scan.takeOneOf("Tt");
            return clock() && zone();
        }
        boolean comma = scan.take(',');
        boolean apart = scan.blanks() || comma;
        int start = scan.position();
        boolean at = apart && scan.word().equals("at") && scan.blanks();
        if (!at) {
            scan.backTo(start);
        }
        if (apart && scan.atDigit()) {
            return clock() && zone();
        }
        if (apart) {
            zone = scan.chunk();
            return !comma && !at;
        }
        return scan.atEnd() || (scan.atOneOf("Zz+") && zone());
    }

    private boolean clock() {
        int hour = scan.number(1, 2);
        int minute = scan.take(':') ? scan.number(2, 2) : -1;
        boolean toTheSecond = scan.take(':');
        int second = toTheSecond ? scan.number(2, 2) : 0;
        int nano = toTheSecond && scan.takeOneOf(".,") != 0 ? nano() : 0;
        hour = hourOfDay(hour);
        if (hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 59 || nano < 0) {
            return false;
        }
        clock = toTheSecond ? ParsedClock.exact(hour, minute, second, nano) : ParsedClock.minute(hour, minute);
        return true;
    }

    private int nano() {
        int start = scan.position();
        int nano = scan.number(1, 9);
        for (int digits = scan.position() - start; nano > 0 && digits < 9; digits++) {
            nano *= 10;
        }
        return nano;
    }

    private int hourOfDay(int hour) {
        int start = scan.position();
        scan.blanks();
        String half = scan.word();
        if (half.equals("am") || half.equals("pm")) {
            return hour < 1 || hour > 12 ? -1 : hour % 12 + (half.equals("pm") ? 12 : 0);
        }
        scan.backTo(start);
        return hour > 23 ? -1 : hour;
    }

    // After a time or a year: nothing, or the zone.
    private boolean zone() {
        if (scan.blanks() || scan.atOneOf("Zz+-[")) {
            zone = scan.chunk();
            return true;
        }
        return scan.atEnd();
    }
}
