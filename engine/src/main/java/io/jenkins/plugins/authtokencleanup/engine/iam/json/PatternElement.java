package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.time.temporal.ChronoField;

/** A piece of a date pattern. */
sealed interface PatternElement {

    /** Text that is written as it is. */
    record Literal(String text) implements PatternElement {}

    /** A number of {@code fewest} to {@code most} digits. */
    record NumberField(ChronoField field, int fewest, int most) implements PatternElement {}

    /** A month's name, short or long. */
    record MonthName(boolean isShort) implements PatternElement {}

    /** The half of the day. */
    record HalfOfDay() implements PatternElement {}

    /** Weekday, zone and the like. Any text will do here: what counts is what the formatter writes. */
    record OtherField() implements PatternElement {}
}
