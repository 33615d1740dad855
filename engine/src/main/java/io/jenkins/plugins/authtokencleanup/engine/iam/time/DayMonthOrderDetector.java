package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out how a column writes dates of numbers only, such as {@code 12/05/2026} (contract, section 5: other date
 * forms are possible). Takes in one cell after the other.
 */
public final class DayMonthOrderDetector {

    private static final int MONTHS = 12;
    private static final Pattern NUMBERS = Pattern.compile("(?:[A-Za-z]+,? ?)?(\\d{1,2})([-/.])(\\d{1,2})\\2\\d{4}");

    private boolean dayFirstSeen;
    private boolean monthFirstSeen;
    private boolean firstExceedsMonths;
    private boolean secondExceedsMonths;

    /** Takes in what one cell shows. */
    public void add(AccessTimeText cell) {
        add(cell.title());
        add(cell.text());
    }

    /**
     * The order that the cells have shown so far.
     *
     * @return an order only if some date can't be read otherwise, and no other one speaks against it
     */
    public DayMonthOrder order() {
        if (dayFirstSeen && !secondExceedsMonths) {
            return DayMonthOrder.DAY_FIRST;
        }
        if (monthFirstSeen && !firstExceedsMonths) {
            return DayMonthOrder.MONTH_FIRST;
        }
        return DayMonthOrder.UNDECIDED;
    }

    private void add(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (AccessTimeText.isTooLong(text) || !numbers.lookingAt()) {
            return;
        }
        boolean firstExceeds = Integer.parseInt(numbers.group(1)) > MONTHS;
        boolean secondExceeds = Integer.parseInt(numbers.group(3)) > MONTHS;
        // An impossible or half-read date can speak against an order, but not for one.
        firstExceedsMonths |= firstExceeds;
        secondExceedsMonths |= secondExceeds;
        dayFirstSeen |= firstExceeds
                && !AbsoluteTimeParser.parse(text, DayMonthOrder.DAY_FIRST).isEmpty();
        monthFirstSeen |= secondExceeds
                && !AbsoluteTimeParser.parse(text, DayMonthOrder.MONTH_FIRST).isEmpty();
    }
}
