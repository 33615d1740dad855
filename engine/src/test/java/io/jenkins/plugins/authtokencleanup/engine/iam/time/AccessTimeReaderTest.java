package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTimeReaderTest {

    private static final Instant NOW = Instant.parse("2026-06-20T08:00:00Z");
    private static final LastAccess UNREADABLE = new LastAccess.Unreadable();

    @Test
    void the_title_is_preferred() {
        assertEquals(at("2026-06-08T07:00:00Z"), read("12 days ago", "Mon Jun 08 07:00:00 UTC 2026"));
        assertEquals(at("2026-06-20T07:30:11Z"), read("2026-06-20 07:30Z", "Sat Jun 20 07:30:11 UTC 2026"));
    }

    @Test
    void the_text_is_read_where_the_title_is_no_time() {
        LastAccess expected = ago(Duration.ofDays(13), Duration.ofDays(12));

        assertEquals(expected, read("12 days ago", "Mo 08.06.26"));
        assertEquals(expected, read("12 days ago", "Never"));
        assertEquals(expected, read("12 days ago", "x".repeat(201)));
        assertEquals(expected, read("12 days ago", ""));
    }

    @Test
    void the_title_is_read_where_the_text_is_no_time() {
        LastAccess expected = at("2026-06-08T07:00:00Z");

        assertEquals(expected, read("vor 12 Tagen", "2026-06-08T07:00:00Z"));
        assertEquals(expected, read("-", "2026-06-08T07:00:00Z"));
        assertEquals(expected, read("", "2026-06-08T07:00:00Z"));
        assertEquals(expected, read("9".repeat(201), "2026-06-08T07:00:00Z"));
        assertEquals(ago(Duration.ofDays(13), Duration.ofDays(12)), read("", "12 days ago"));
    }

    @Test
    void an_absolute_text_is_preferred_to_a_relative_title() {
        assertEquals(at("2026-06-08T07:00:00Z"), read("2026-06-08T07:00:00Z", "12 days ago"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 days ago          | 2026-06-08T07:59:59Z
            12 days ago          | 2026-06-07T06:59:00Z
            12 days ago          | 2026-06-09T08:01:00Z
            1 day ago            | 2026-06-20T07:59:00Z
            3 hours ago          | 2026-06-20T04:00:59Z
            2026-06-08T07:00:00Z | 2026-06-08T07:01:00Z
            """)
    void a_small_difference_is_no_contradiction(String text, String title) {
        assertEquals(at(title), read(text, title));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 days ago          | 2026-06-07T06:58:59Z | 2026-06-07T06:58:59Z | 2026-06-08T08:00:00Z
            12 days ago          | 2026-01-01T00:00:00Z | 2026-01-01T00:00:00Z | 2026-06-08T08:00:00Z
            12 days ago          | 2026-06-19T00:00:00Z | 2026-06-07T08:00:00Z | 2026-06-19T00:00:00Z
            12 days ago          | 2027-01-01T00:00:00Z | 2026-06-07T08:00:00Z | 2027-01-01T00:00:00Z
            2026-06-08T07:00:00Z | 2026-06-08T06:58:59Z | 2026-06-08T06:58:59Z | 2026-06-08T07:00:00Z
            2026-06-08T07:00:00Z | 2026-06-08T07:01:01Z | 2026-06-08T07:00:00Z | 2026-06-08T07:01:01Z
            2026-06-08T07:00:00Z | 5 hours ago          | 2026-06-08T07:00:00Z | 2026-06-20T03:00:00Z
            """)
    void of_contradictory_times_the_later_one_counts(String text, String title, Instant earliest, Instant latest) {
        assertEquals(new LastAccess.Between(earliest, latest), read(text, title));
    }

    @Test
    void a_zone_that_is_named_wrongly_does_not_make_a_token_older_than_its_text() {
        AccessTimeReader wrong = new AccessTimeReader(NOW, ZoneId.of("Asia/Tokyo"));

        // Los Angeles, 29 days and 23 hours before now; as a time of Tokyo it would be 30 days and 15 hours ago.
        LastAccess read = wrong.read(new AccessTimeText("29 days ago", "2026-05-21 02:00:00"), DayMonthOrder.UNDECIDED);

        assertFalse(read.isBefore(NOW.minus(Duration.ofDays(30))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "-",
                "\u2013",
                "\u2014",
                "--",
                " - ",
                "N/A",
                "n/a",
                "Never",
                "NEVER",
                "never used",
                "Not used",
                "Not yet used",
                "not\u00a0yet  used",
                "null",
                "none",
                "None"
            })
    void a_blank_or_a_dash_means_never_used(String text) {
        assertSame(LastAccess.NEVER, read(text, ""));
        assertSame(LastAccess.NEVER, read(text, "Never"));
        assertSame(LastAccess.NEVER, read(text, "Last Accessed Time"));
    }

    @Test
    void texts_of_two_hundred_characters_are_the_longest_that_are_looked_at() {
        String blanks = " ".repeat(199);
        assertSame(LastAccess.NEVER, read("-" + blanks, ""));
        assertEquals(UNREADABLE, read("-" + blanks + " ", ""));
        assertEquals(read("12 days ago", ""), read("12 days ago" + blanks.substring(10), ""));
        assertEquals(UNREADABLE, read("12 days ago" + blanks, ""));
        assertSame(LastAccess.NEVER, read("-", "x" + blanks));
        assertEquals(UNREADABLE, read("-", "x" + blanks + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08.06.26", "8 juin 2026", "\u0661\u0662 days", "\ud835\udfcf"})
    void a_title_that_may_be_a_date_speaks_against_never_used(String title) {
        assertEquals(UNREADABLE, read("-", title));
        assertEquals(UNREADABLE, read("", title));
    }

    @Test
    void an_overlong_title_speaks_against_never_used() {
        assertEquals(UNREADABLE, read("", "x".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "---", "nie", "never ever", "not", "used", "unknown", "0", "n / a", ".", "\u2212"})
    void any_other_text_is_unreadable(String text) {
        assertInstanceOf(LastAccess.Unreadable.class, read(text, ""));
        assertInstanceOf(LastAccess.Unreadable.class, read(text, text));
    }

    @Test
    void an_overlong_text_is_unreadable() {
        assertEquals(UNREADABLE, read(" ".repeat(201), ""));
        assertEquals(UNREADABLE, read("1".repeat(5_000_000), "x".repeat(5_000_000)));
    }

    @Test
    void exactly_thirty_days_is_not_older_than_thirty_days() {
        Instant cutoff = NOW.minus(Duration.ofDays(30));

        assertFalse(read("30 days ago", "Thu May 21 08:00:00 UTC 2026").isBefore(cutoff));
        assertTrue(read("30 days ago", "Thu May 21 07:59:59 UTC 2026").isBefore(cutoff));
        assertFalse(read("2026-05-21", "").isBefore(cutoff));
        assertFalse(read("2026-05-21 07:59Z", "").isBefore(cutoff.minusNanos(1)));
        assertTrue(read("2026-05-21 07:59Z", "").isBefore(cutoff));
    }

    @Test
    void an_unnamed_zone_is_every_zone() {
        assertEquals(
                new LastAccess.Between(Instant.parse("2026-05-11T16:00:00Z"), Instant.parse("2026-05-12T18:00:00Z")),
                read("2026-05-12 06:00:00", ""));
    }

    private static LastAccess at(String instant) {
        return new LastAccess.At(Instant.parse(instant));
    }

    private static LastAccess ago(Duration most, Duration least) {
        return new LastAccess.Between(NOW.minus(most), NOW.minus(least));
    }

    private static LastAccess read(String text, String title) {
        return new AccessTimeReader(NOW, null).read(new AccessTimeText(text, title), DayMonthOrder.UNDECIDED);
    }
}
