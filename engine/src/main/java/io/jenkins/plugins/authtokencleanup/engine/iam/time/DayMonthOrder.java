package io.jenkins.plugins.authtokencleanup.engine.iam.time;

/** How a column writes dates of numbers only, such as {@code 12/05/2026}. */
public enum DayMonthOrder {
    /** The 12th of May. */
    DAY_FIRST,
    /** The 5th of December. */
    MONTH_FIRST,
    /** Unknown: a date is read as both. */
    UNDECIDED
}
