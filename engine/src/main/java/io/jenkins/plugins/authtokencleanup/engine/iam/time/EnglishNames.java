package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * English names of months and weekdays, short and long, independent of the JDK's locale data: that has changed its
 * short names between releases.
 */
final class EnglishNames {

    private static final int SHORT = 3;
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

    static {
        for (Month month : Month.values()) {
            putShortAndLong(MONTHS, month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            putShortAndLong(WEEKDAYS, weekday);
        }
        WEEKDAYS.put("tues", DayOfWeek.TUESDAY);
        WEEKDAYS.put("thur", DayOfWeek.THURSDAY);
        WEEKDAYS.put("thurs", DayOfWeek.THURSDAY);
    }

    private EnglishNames() {}

    /** The month of a name in lower case, or null. */
    static Month month(String word) {
        return MONTHS.get(word);
    }

    /** The weekday of a name in lower case, or null. */
    static DayOfWeek weekday(String word) {
        return WEEKDAYS.get(word);
    }

    private static <E extends Enum<E>> void putShortAndLong(Map<String, E> names, E constant) {
        String name = constant.name().toLowerCase(Locale.ROOT);
        names.put(name, constant);
        names.put(name.substring(0, SHORT), constant);
    }
}
