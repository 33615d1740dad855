package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Patterns to try where the server names none, or not the right one.
 *
 * <p>What could be taken for each other is all in here, so that the later instant counts: {@code dd/MM} and
 * {@code MM/dd}, and hours from 1 to 12 whose half of the day is not written.
 */
final class UsualPatterns {

    private static final List<String> NAMED_DATES = List.of(
            "MMM d, yyyy",
            "MMM dd, yyyy",
            "MMM d yyyy",
            "MMMM d, yyyy",
            "MMMM dd, yyyy",
            "d MMM yyyy",
            "dd MMM yyyy",
            "d MMM, yyyy",
            "dd MMM, yyyy",
            "d-MMM-yyyy",
            "dd-MMM-yyyy",
            "dd/MMM/yyyy",
            "d MMMM yyyy",
            "dd MMMM yyyy",
            "EEE, MMM d, yyyy",
            "EEE, d MMM yyyy",
            "EEE, dd MMM yyyy",
            "yyyy MMM d");
    private static final List<String> NUMERIC_DATES = List.of(
            "dd-MM-yyyy", "MM-dd-yyyy", "d-M-yyyy", "M-d-yyyy", "yyyy-MM-dd", "yyyy-dd-MM", "yyyy-M-d", "yyyy-d-M");
    private static final List<String> SEPARATORS = List.of("-", "/", ".");
    private static final List<String> HOURS = List.of("HH", "hh", "H", "h", "KK", "kk", "K", "k");
    private static final List<String> REST = List.of(":mm:ss", ":mm", ":mm:ss.SSS");
    private static final List<String> HALVES_OF_DAY = List.of("", " a", "\u00a0a", "\u202fa");

    /** All, the server's default first. */
    static final List<UsualDate> ALL = all();

    private UsualPatterns() {}

    /** A named pattern, and how it may have been changed on the way: without narrow spaces, or with a needless half. */
    static List<DatePattern> like(DatePattern named) {
        Set<String> patterns = new LinkedHashSet<>();
        patterns.add(named.text());
        patterns.add(named.text() + " a");
        patterns.add(named.text().replace(" a", "\u202fa"));
        patterns.add(named.text().replace(" a", "\u00a0a"));
        patterns.add(named.text().replace('\u202f', ' ').replace('\u00a0', ' '));
        // Creation times of which none tells day from month prove both orders.
        List.copyOf(patterns).forEach(pattern -> patterns.add(withDayAndMonthSwapped(pattern)));
        return parsed(patterns);
    }

    private static String withDayAndMonthSwapped(String pattern) {
        if (pattern.contains("MMM")) {
            return pattern;
        }
        StringBuilder swapped = new StringBuilder(pattern.length());
        pattern.chars().forEach(c -> swapped.append((char) (c == 'd' ? 'M' : c == 'M' ? 'd' : c)));
        return swapped.toString();
    }

    private static List<UsualDate> all() {
        List<String> dates = new ArrayList<>(NAMED_DATES);
        for (String separator : SEPARATORS) {
            NUMERIC_DATES.forEach(date -> dates.add(date.replace("-", separator)));
        }
        return dates.stream().map(UsualPatterns::withTimes).toList();
    }

    private static UsualDate withTimes(String date) {
        Set<String> patterns = new LinkedHashSet<>();
        for (String rest : REST) {
            for (String hour : HOURS) {
                HALVES_OF_DAY.forEach(half -> patterns.add(date + " " + hour + rest + half));
            }
        }
        patterns.add(date);
        return new UsualDate(DatePattern.of(date), parsed(patterns));
    }

    private static List<DatePattern> parsed(Set<String> patterns) {
        return patterns.stream().map(DatePattern::of).filter(Objects::nonNull).toList();
    }

    /**
     * The patterns that begin with the same date.
     *
     * @param date the date alone
     */
    record UsualDate(DatePattern date, List<DatePattern> patterns) {}
}
