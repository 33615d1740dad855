package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads relative text such as {@code 12 days ago}. It is floored (contract, sections 5 and 7.5): 12 days ago is
 * anything from 12 to just under 13 days.
 */
final class RelativeTime {

    /** No server of this family is that old; beyond, a number is a misreading. */
    private static final long MOST_DAYS = 10_000;

    private static final Map<String, Unit> UNITS = new HashMap<>();

    static {
        for (Unit unit : Unit.values()) {
            unit.names.forEach(name -> UNITS.put(name, unit));
        }
    }

    /** A unit with its shortest and longest length. "m" is in none: it is a minute as well as a month. */
    private enum Unit {
        SECOND(Duration.ofSeconds(1), "second", "seconds", "sec", "secs", "s"),
        MINUTE(Duration.ofMinutes(1), "minute", "minutes", "min", "mins"),
        HOUR(Duration.ofHours(1), "hour", "hours", "hr", "hrs", "h"),
        DAY(Duration.ofDays(1), "day", "days", "d"),
        WEEK(Duration.ofDays(7), "week", "weeks", "wk", "wks", "w"),
        MONTH(Duration.ofDays(28), Duration.ofDays(31), "month", "months", "mo", "mos"),
        YEAR(Duration.ofDays(365), Duration.ofDays(366), "year", "years", "yr", "yrs", "y");

        private final Duration shortest;
        private final Duration longest;
        private final List<String> names;

        Unit(Duration length, String... names) {
            this(length, length, names);
        }

        Unit(Duration shortest, Duration longest, String... names) {
            this.shortest = shortest;
            this.longest = longest;
            this.names = List.of(names);
        }
    }

    private RelativeTime() {}

    /**
     * Reads a text.
     *
     * @param now the server's clock when it made the page
     * @return the span that the text allows, or null if it is no relative time
     */
    static LastAccess read(String text, Instant now) {
        TextScanner scan = new TextScanner(text);
        scan.blanks();
        int count = scan.number(1, 9);
        String word = "";
        if (count < 0) {
            word = scan.word();
            count = word.equals("a") || word.equals("an") || word.equals("one") ? 1 : -1;
        }
        return count < 0 ? named(word, scan, now) : counted(count, scan, now);
    }

    private static LastAccess named(String word, TextScanner scan, Instant now) {
        scan.blanks();
        String second = scan.word();
        scan.blanks();
        if (!scan.atEnd()) {
            return null;
        }
        return switch (second.isEmpty() ? word : word + " " + second) {
            case "just now" -> ago(Duration.ofHours(1), Duration.ZERO, now);
            case "today" -> ago(Duration.ofDays(1), Duration.ZERO, now);
            case "yesterday" -> ago(Duration.ofDays(2), Duration.ZERO, now);
            default -> null;
        };
    }

    private static LastAccess counted(int count, TextScanner scan, Instant now) {
        scan.blanks();
        Unit unit = UNITS.get(scan.word());
        if (unit == null || (scan.take('(') && !(scan.word().equals("s") && scan.take(')')))) {
            return null;
        }
        boolean ago = scan.blanks() && scan.word().equals("ago");
        scan.blanks();
        if (!ago || !scan.atEnd()) {
            return null;
        }
        Duration least = unit.shortest.multipliedBy(count);
        return least.toDays() > MOST_DAYS ? null : ago(unit.longest.multipliedBy(count + 1L), least, now);
    }

    private static LastAccess ago(Duration most, Duration least, Instant now) {
        return PlausibleTime.span(now.minus(most), now.minus(least));
    }
}
