package io.jenkins.plugins.authtokencleanup.engine.iam.time;

/**
 * What a whole column tells about dates of numbers only, such as {@code 12/05/2026} (contract, section 5: other date
 * forms are possible). Collects its evidence in one pass while the rows stream by.
 */
public final class DayMonthOrderDetector {

    private static final int MONTHS = 12;

    private boolean dayFirstSeen;
    private boolean monthFirstSeen;
    private boolean firstExceedsMonths;
    private boolean secondExceedsMonths;

    /** Takes in what one cell shows. */
    public void add(AccessTimeText cell) {
        add(ParsedText.of(cell.title()));
        add(ParsedText.of(cell.text()));
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

    private void add(ParsedText text) {
        ParsedDate date = text.date();
        if (date == null || date.ordered()) {
            return;
        }
        boolean whole = text.time() != null;
        // An impossible or half-read date can speak against an order, but not for one.
        firstExceedsMonths |= date.first() > MONTHS;
        secondExceedsMonths |= date.second() > MONTHS;
        dayFirstSeen |= whole && date.first() > MONTHS && !date.dates(DayMonthOrder.DAY_FIRST).isEmpty();
        monthFirstSeen |= whole && date.second() > MONTHS && !date.dates(DayMonthOrder.MONTH_FIRST).isEmpty();
    }
}
