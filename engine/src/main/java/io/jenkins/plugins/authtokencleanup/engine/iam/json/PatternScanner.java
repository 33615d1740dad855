package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.HalfOfDay;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.Literal;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.MonthName;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.NumberField;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.OtherField;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Splits a valid {@link java.text.SimpleDateFormat} pattern into its elements. Good for one pattern. */
final class PatternScanner {

    private static final int SHORT_NAME = 3;

    private final String pattern;
    private final List<PatternElement> elements = new ArrayList<>();
    private final Set<ChronoField> fields = EnumSet.noneOf(ChronoField.class);
    private final StringBuilder literal = new StringBuilder();
    private boolean weekYear;

    PatternScanner(String pattern) {
        this.pattern = pattern;
    }

    List<PatternElement> elements() {
        boolean quoted = false;
        int at = 0;
        while (at < pattern.length()) {
            char character = pattern.charAt(at);
            int end = at + 1;
            if (character == '\'') {
                if (end < pattern.length() && pattern.charAt(end) == '\'') {
                    literal.append('\'');
                    end++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || !isLetter(character)) {
                literal.append(character);
            } else {
                while (end < pattern.length() && pattern.charAt(end) == character) {
                    end++;
                }
                endLiteral();
                elements.add(field(character, end - at));
            }
            at = end;
        }
        endLiteral();
        return List.copyOf(elements);
    }

    /** The fields that {@link #elements()} came upon. */
    Set<ChronoField> fields() {
        return fields;
    }

    /** Whether {@link #elements()} came upon a year that may not be the date's. */
    boolean hasWeekYear() {
        return weekYear;
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            elements.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private PatternElement field(char letter, int count) {
        return switch (letter) {
            case 'y' -> count == 2 ? number(ChronoField.YEAR, 2, 2) : number(ChronoField.YEAR, count, 4);
            case 'M', 'L' -> month(letter, count);
            case 'd' -> number(ChronoField.DAY_OF_MONTH, count, 2);
            case 'H' -> number(ChronoField.HOUR_OF_DAY, count, 2);
            case 'k' -> number(ChronoField.CLOCK_HOUR_OF_DAY, count, 2);
            case 'K' -> number(ChronoField.HOUR_OF_AMPM, count, 2);
            case 'h' -> number(ChronoField.CLOCK_HOUR_OF_AMPM, count, 2);
            case 'm' -> number(ChronoField.MINUTE_OF_HOUR, count, 2);
            case 's' -> number(ChronoField.SECOND_OF_MINUTE, count, 2);
            case 'S' -> number(ChronoField.MILLI_OF_SECOND, count, 3);
            case 'a' -> {
                fields.add(ChronoField.AMPM_OF_DAY);
                yield new HalfOfDay();
            }
            default -> {
                weekYear |= letter == 'Y';
                yield new OtherField();
            }
        };
    }

    private PatternElement month(char letter, int count) {
        if (count < SHORT_NAME) {
            return number(ChronoField.MONTH_OF_YEAR, count, 2);
        }
        if (letter == 'L') {
            return new OtherField(); // those names are not in DateFormatSymbols
        }
        fields.add(ChronoField.MONTH_OF_YEAR);
        return new MonthName(count == SHORT_NAME);
    }

    private NumberField number(ChronoField field, int count, int usualDigits) {
        fields.add(field);
        return new NumberField(field, count, Math.max(count, usualDigits));
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
