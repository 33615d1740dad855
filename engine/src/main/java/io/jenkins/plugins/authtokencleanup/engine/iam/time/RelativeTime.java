package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads relative text such as {@code 12 days ago}. It is floored (contract, sections 5 and 7.5): 12 days ago is
 * anything from 12 to just under 13 days.
 */
final class RelativeTime {

    /** No server of this family is that old; beyond, a number is a misreading. */
    private static final long MOST_DAYS = 10_000;

    /** 12 days ago, 12 day(s) ago, 12d ago, an hour ago. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:(?<number>\\d{1,9}) ?|(?:an?|one) )(?<unit>[a-z]+)(?:\\(s\\))? ago", Pattern.CASE_INSENSITIVE);

    private RelativeTime() {}

    /**
     * Reads a text.
     *
     * @param text the text of a cell, its blanks folded
     * @param now the server's clock when it made the page
     * @return the span that the text allows, or null if it is no relative time
     */
    static LastAccess read(String text, Instant now) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "just now" -> ago(Duration.ofHours(1), Duration.ZERO, now);
            case "today" -> ago(Duration.ofDays(1), Duration.ZERO, now);
            case "yesterday" -> ago(Duration.ofDays(2), Duration.ZERO, now);
            default -> counted(COUNTED.matcher(text), now);
        };
    }

    private static LastAccess counted(Matcher text, Instant now) {
        if (!text.matches()) {
            return null;
        }
        String number = text.group("number");
        int count = number == null ? 1 : Integer.parseInt(number);
        return switch (text.group("unit").toLowerCase(Locale.ROOT)) {
            case "second", "seconds", "sec", "secs", "s" -> floored(count, Duration.ofSeconds(1), now);
            // Not "m": a minute as well as a month.
            case "minute", "minutes", "min", "mins" -> floored(count, Duration.ofMinutes(1), now);
            case "hour", "hours", "hr", "hrs", "h" -> floored(count, Duration.ofHours(1), now);
            case "day", "days", "d" -> floored(count, Duration.ofDays(1), now);
            case "week", "weeks", "wk", "wks", "w" -> floored(count, Duration.ofDays(7), now);
            case "month", "months", "mo", "mos" -> floored(count, Duration.ofDays(28), Duration.ofDays(31), now);
            case "year", "years", "yr", "yrs", "y" -> floored(count, Duration.ofDays(365), Duration.ofDays(366), now);
            default -> null;
        };
    }

    private static LastAccess floored(int count, Duration unit, Instant now) {
        return floored(count, unit, unit, now);
    }

    private static LastAccess floored(int count, Duration shortest, Duration longest, Instant now) {
        Duration least = shortest.multipliedBy(count);
        return least.toDays() > MOST_DAYS ? null : ago(longest.multipliedBy(count + 1L), least, now);
    }

    private static LastAccess ago(Duration most, Duration least, Instant now) {
        return PlausibleTime.span(now.minus(most), now.minus(least));
    }
}
