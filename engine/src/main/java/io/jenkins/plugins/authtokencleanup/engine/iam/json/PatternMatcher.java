package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.HalfOfDay;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.Literal;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.MonthName;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.NumberField;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.PatternElement.OtherField;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds everything that a text can say in a pattern. There may be several: {@code 1112026} in {@code dMyyyy} is two
 * dates. Finds too much rather than too little; what the formatter really writes is for the caller to check. Good for
 * one text.
 */
final class PatternMatcher {

    /** Where a text has more ways to match than any honest one, it has none. */
    private static final int MOST_STEPS = 5_000;

    private static final int MOST_MATCHES = 20;
    private static final int LONGEST_TEXT = 200;

    private final DatePattern pattern;
    private final Spelling spelling;
    private final String text;
    private final Map<ChronoField, Integer> fields = new EnumMap<>(ChronoField.class);
    private final List<WrittenTime> found = new ArrayList<>();
    private int steps;

    PatternMatcher(DatePattern pattern, Spelling spelling, String text) {
        this.pattern = pattern;
        this.spelling = spelling;
        this.text = text;
    }

    /** All that the text can say, without doubles; none if it is not in the pattern. */
    List<WrittenTime> matches() {
        if (text.length() > LONGEST_TEXT) {
            return List.of();
        }
        match(0, 0);
        return steps > MOST_STEPS || found.size() > MOST_MATCHES ? List.of() : found;
    }

    private void match(int index, int at) {
        if (++steps > MOST_STEPS) {
            return;
        }
        if (index == pattern.elements().size()) {
            if (at == text.length()) {
                addFound();
            }
            return;
        }
        PatternElement element = pattern.elements().get(index);
        if (element instanceof Literal literal) {
            if (text.startsWith(literal.text(), at)) {
                match(index + 1, at + literal.text().length());
            }
        } else if (element instanceof NumberField number) {
            matchNumber(number, index, at);
        } else if (element instanceof MonthName month) {
            matchName(
                    month.isShort() ? spelling.shortMonths() : spelling.months(),
                    ChronoField.MONTH_OF_YEAR,
                    1,
                    index,
                    at);
        } else if (element instanceof HalfOfDay) {
            matchName(spelling.halvesOfDay(), ChronoField.AMPM_OF_DAY, 0, index, at);
        } else if (element instanceof OtherField) {
            for (int end = at; end <= text.length(); end++) {
                match(index + 1, end);
            }
        }
    }

    private void matchNumber(NumberField number, int index, int at) {
        int value = 0;
        for (int digits = 1; digits <= number.most() && at + digits <= text.length(); digits++) {
            int digit = text.charAt(at + digits - 1) - spelling.zero();
            if (digit < 0 || digit > 9) {
                return;
            }
            if (digits > number.fewest() && text.charAt(at) == spelling.zero()) {
                return; // only what is too short gets zeros
            }
            value = value * 10 + digit;
            if (digits >= number.fewest()) {
                matchValue(number.field(), value, index, at + digits);
            }
        }
    }

    private void matchName(List<String> names, ChronoField field, int firstValue, int index, int at) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (text.startsWith(name, at)) {
                matchValue(field, firstValue + i, index, at + name.length());
            }
        }
    }

    private void matchValue(ChronoField field, int value, int index, int at) {
        Integer before = fields.get(field);
        if (before == null || before == value) {
            fields.put(field, value);
            match(index + 1, at);
            if (before == null) {
                fields.remove(field);
            }
        }
    }

    private void addFound() {
        WrittenTime time = new WrittenTime(new EnumMap<>(fields));
        if (found.size() <= MOST_MATCHES && !found.contains(time)) {
            found.add(time);
        }
    }
}
