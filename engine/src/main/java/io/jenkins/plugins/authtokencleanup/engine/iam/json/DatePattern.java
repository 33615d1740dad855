package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.SimpleDateFormat;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A {@code java.text} date pattern that can be read back.
 *
 * @param text the pattern
 * @param elements its pieces, in order
 */
record DatePattern(String text, List<PatternElement> elements) {

    /** Longer ones are not what a user chooses. */
    private static final int LONGEST = 100;

    /** Separate times of day that one text can mean. Seconds without a minute could mean 1,440. */
    private static final int MOST_TIMES_OF_DAY = 24;

    private static final Set<ChronoField> DATE =
            EnumSet.of(ChronoField.YEAR, ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH);

    /**
     * Takes a pattern apart.
     *
     * @return null if this Java version doesn't know the pattern, or if it leaves too much open: no year, month or day,
     *     a week year, seconds without minutes
     */
    static DatePattern of(String text) {
        if (text.length() > LONGEST || !isValid(text)) {
            return null;
        }
        PatternScanner scanner = new PatternScanner(text);
        List<PatternElement> elements = scanner.elements();
        Set<ChronoField> fields = scanner.fields();
        boolean readable =
                !scanner.hasWeekYear() && fields.containsAll(DATE) && ClockUnit.timesOfDay(fields) <= MOST_TIMES_OF_DAY;
        return readable ? new DatePattern(text, elements) : null;
    }

    /** The same with anything behind it; for matching only. */
    DatePattern andMore() {
        List<PatternElement> more = new ArrayList<>(elements);
        more.add(new PatternElement.OtherField());
        return new DatePattern(text, List.copyOf(more));
    }

    private static boolean isValid(String text) {
        try {
            new SimpleDateFormat(text, Locale.ROOT);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
