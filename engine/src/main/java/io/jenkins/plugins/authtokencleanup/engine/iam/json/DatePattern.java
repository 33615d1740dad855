package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.SimpleDateFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A {@code java.text} date pattern that can be read back.
 *
 * @param text the pattern
 * @param precision how long all times are written the same, from the earliest on that a text can mean
 * @param timesApart multiples of this, within a day, lie between the times of day that a text can mean
 * @param showsZone whether its texts name a zone, which may be parsed as another one
 */
record DatePattern(String text, Duration precision, Duration timesApart, boolean showsZone) {

    /** Longer ones are not what a user chooses. */
    private static final int LONGEST = 100;

    /** Clocks are changed, and differ from UTC, by multiples of this. */
    static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Pattern FIELD = Pattern.compile("([A-Za-z])\\1*");
    private static final Pattern FIXED_WIDTH = Pattern.compile("yy|y{4,}|MM|LL|([dHkKhms])\\1+|S{3,}");
    private static final Pattern HALF_OF_DAY = Pattern.compile("a+");

    /**
     * Checks a pattern.
     *
     * @return null if this Java version doesn't know the pattern, or if it leaves too much open: no year, month or day,
     *     weeks, seconds without minutes, or fields of which nothing shows where they end, like {@code dMyyyy}
     */
    static DatePattern of(String text) {
        if (text.length() > LONGEST || !isValid(text)) {
            return null;
        }
        String fields = text.replaceAll("'[^']*'", "'");
        boolean readable = hasDate(fields) && hasMinuteOfSecond(fields) && showsWhereFieldsEnd(text, fields);
        return readable ? new DatePattern(text, precision(fields), timesApart(fields), has(fields, "[zZX]")) : null;
    }

    private static boolean isValid(String text) {
        try {
            new SimpleDateFormat(text, Locale.ROOT);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // The names of LLL are not in DateFormatSymbols.
    private static boolean hasDate(String fields) {
        return has(fields, "y") && has(fields, "M|(?<!L)LL?(?!L)") && has(fields, "d") && !has(fields, "[YwWF]");
    }

    private static boolean hasMinuteOfSecond(String fields) {
        return (has(fields, "s") || !has(fields, "S")) && (has(fields, "m") || !has(fields, "s"));
    }

    private static boolean showsWhereFieldsEnd(String text, String fields) {
        return !has(text, "\\p{Nd}")
                && Arrays.stream(fields.split("[^A-Za-z]+")).allMatch(DatePattern::canBeTakenApart);
    }

    /** Whether it is one field, or fields that all have a fixed width, but for one half of the day. */
    private static boolean canBeTakenApart(String touching) {
        List<String> ofAnyWidth = FIELD.matcher(touching)
                .results()
                .map(MatchResult::group)
                .filter(field -> !FIXED_WIDTH.matcher(field).matches())
                .toList();
        return ofAnyWidth.isEmpty()
                || ofAnyWidth.equals(List.of(touching))
                || ofAnyWidth.size() == 1
                        && HALF_OF_DAY.matcher(ofAnyWidth.get(0)).matches();
    }

    private static Duration precision(String fields) {
        if (has(fields, "S")) {
            return Duration.ofMillis(1);
        }
        if (has(fields, "s")) {
            return Duration.ofSeconds(1);
        }
        return has(fields, "m") ? Duration.ofMinutes(1) : QUARTER;
    }

    private static Duration timesApart(String fields) {
        boolean hour = has(fields, "[Hk]") || has(fields, "[Kh]") && has(fields, "a");
        if (has(fields, "m") && hour) {
            return Duration.ofDays(1);
        }
        return has(fields, "m") && has(fields, "[Kh]") ? Duration.ofHours(12) : QUARTER;
    }

    private static boolean has(String fields, String regex) {
        return Pattern.compile(regex).matcher(fields).find();
    }
}
