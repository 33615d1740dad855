package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {

    private static final Instant NOW = Instant.parse("2026-06-20T08:00:00.5Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 seconds ago      | PT1S     | PT0S
            45 seconds ago     | PT46S    | PT45S
            1 second ago       | PT2S     | PT1S
            59 minutes ago     | PT60M    | PT59M
            a minute ago       | PT2M     | PT1M
            3 hours ago        | PT4H     | PT3H
            an hour ago        | PT2H     | PT1H
            12 days ago        | P13D     | P12D
            12 DAYS AGO        | P13D     | P12D
            12 day(s) ago      | P13D     | P12D
            1 day ago          | P2D      | P1D
            one day ago        | P2D      | P1D
            1 days ago         | P2D      | P1D
            030 days ago       | P31D     | P30D
            2 weeks ago        | P21D     | P14D
            a week ago         | P14D     | P7D
            1 month ago        | P62D     | P28D
            3 months ago       | P124D    | P84D
            2 years ago        | P1098D   | P730D
            a year ago         | P732D    | P365D
            5d ago             | P6D      | P5D
            5 d ago            | P6D      | P5D
            5h ago             | PT6H     | PT5H
            5 hrs ago          | PT6H     | PT5H
            5 min ago          | PT6M     | PT5M
            2w ago             | P21D     | P14D
            1y ago             | P732D    | P365D
            just now           | PT1H     | PT0S
            Today              | P1D      | PT0S
            yesterday          | P2D      | PT0S
            """)
    void a_floored_time_is_a_span(String text, Duration most, Duration least) {
        LastAccess expected = new LastAccess.Between(NOW.minus(most), NOW.minus(least));

        assertEquals(expected, read(text));
        assertEquals(expected, read("\u00a0" + text.replace(' ', '\u00a0') + " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in 3 days",
                "3 days",
                "3 days from now",
                "3 days later",
                "-3 days ago",
                "+3 days ago",
                "3.5 days ago",
                "1,000 days ago",
                "3 ago",
                "days ago",
                "ago",
                "3 days agoo",
                "3 days ago.",
                "3 days ago (UTC)",
                "3 days 2 hours ago",
                "about 3 days ago",
                "over a year ago",
                "3 jours ago",
                "il y a 3 jours",
                "vor 3 Tagen",
                "hace 3 d\u00edas",
                "5m ago",
                "5dago",
                "5 daysago",
                "a few seconds ago",
                "3 day( s ) ago",
                "3 day(x) ago",
                "3 day(s ago",
                "two days ago",
                "not just now",
                "just",
                "now",
                "just now.",
                "today 10:30",
                "yesterday at 10:30",
                "tomorrow",
                "to day",
                "\u0663 days ago",
                "3\u200b days ago",
                "10001 days ago",
                "1429 weeks ago",
                "358 months ago",
                "28 years ago",
                "240024 hours ago",
                "864086400 seconds ago",
                "9999999999 days ago",
                "99999999999999999999999 seconds ago",
                "2147483648 seconds ago",
                "27 years ago"
            })
    void anything_else_is_unreadable(String text) {
        assertInstanceOf(LastAccess.Unreadable.class, read(text), text);
    }

    @Test
    void counts_are_bounded() {
        Instant late = Instant.parse("2100-01-01T00:00:00Z");

        assertEquals(
                late.minus(Duration.ofDays(10_000)),
                RelativeTime.read("10000 days ago", late).latest());
        assertEquals(
                late.minus(Duration.ofDays(10_000)),
                RelativeTime.read("864000000 seconds ago", late).latest());
        assertNull(RelativeTime.read("10001 days ago", late));
        assertNull(RelativeTime.read("864086400 seconds ago", late));
        assertEquals(
                late.minus(Duration.ofDays(27 * 365)),
                RelativeTime.read("27 years ago", late).latest());
    }

    @Test
    void exactly_thirty_days_is_not_older_than_thirty_days() {
        Instant cutoff = NOW.minus(Duration.ofDays(30));

        assertFalse(read("29 days ago").isBefore(cutoff));
        assertFalse(read("30 days ago").isBefore(cutoff));
        assertFalse(read("1 month ago").isBefore(cutoff));
        assertFalse(read("4 weeks ago").isBefore(cutoff));
        assertTrue(read("31 days ago").isBefore(cutoff));
        assertTrue(read("5 weeks ago").isBefore(cutoff));
        assertTrue(read("2 months ago").isBefore(cutoff));
    }

    private static LastAccess read(String text) {
        return new AccessTimeReader(NOW, null).read(new AccessTimeText(text, ""), DayMonthOrder.UNDECIDED);
    }
}
