package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenTimesTest {

    private static final String CREATED = "2024-03-05T07:08:09.123Z";
    private static final LastAccess UNREADABLE = new LastAccess.Unreadable();
    private static final TimePreferences NONE = new TimePreferences(null, null, null);

    private static LastAccess read(Account account, String text) {
        ProvenTimes times = ProvenTimes.of(account.preferences(), account.created(CREATED));
        assertTrue(times.areProven(), times::explanation);
        return times.read(text);
    }

    private static LastAccess.At at(String instant) {
        return new LastAccess.At(Instant.parse(instant));
    }

    private static LastAccess.Between between(String earliest, String latest) {
        return new LastAccess.Between(Instant.parse(earliest), Instant.parse(latest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MMM d, yyyy HH:mm:ss     | May 12, 2026 22:30:11
        MMM d, yyyy HH:mm:ss a   | May 12, 2026 22:30:11 PM
        dd/MM/yyyy hh:mm:ss a    | 12/05/2026 10:30:11 PM
        yyyy-MM-dd kk:mm:ss      | 2026-05-12 22:30:11
        d.M.yy K:mm:ss a         | 12.5.26 10:30:11 PM
        EEEE d MMMM yyyy H'h'm:s | Tuesday 12 May 2026 22h30:11
        """)
    void a_time_to_the_second_is_read_up_to_its_last_millisecond(String pattern, String text) {
        assertEquals(at("2026-05-12T17:00:11.999Z"), read(new Account(pattern, "en", "Asia/Kolkata"), text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        yyyy-MM-dd hh:mm:ss | 2026-05-12 10:30:11   | 2026-05-12T10:30:11Z | 2026-05-12T22:30:11.999Z
        yyyy-MM-dd KK:mm    | 2026-05-12 00:30      | 2026-05-12T00:30:00Z | 2026-05-12T12:30:59.999Z
        yyyy-MM-dd HH:mm    | 2026-05-12 10:30      | 2026-05-12T10:30:00Z | 2026-05-12T10:30:59.999Z
        yyyy-MM-dd HH       | 2026-05-12 10         | 2026-05-12T10:00:00Z | 2026-05-12T10:59:59.999Z
        yyyy-MM-dd a        | 2026-05-12 AM         | 2026-05-12T00:00:00Z | 2026-05-12T11:59:59.999Z
        yyyy-MM-dd          | 2026-05-12            | 2026-05-12T00:00:00Z | 2026-05-12T23:59:59.999Z
        yyyy-MM-dd mm       | 2026-05-12 30         | 2026-05-12T00:30:00Z | 2026-05-12T23:30:59.999Z
        """)
    void what_the_pattern_leaves_open_ends_with_the_latest_instant(
            String pattern, String text, String earliest, String latest) {
        assertEquals(between(earliest, latest), read(new Account(pattern, "en", "UTC"), text));
    }

    @Test
    void an_hour_that_exists_twice_may_be_the_later_one() {
        Account berlin = new Account("yyyy-MM-dd HH:mm:ss", "de", "Europe/Berlin");
        assertEquals(between("2025-10-26T00:30:00Z", "2025-10-26T01:30:00.999Z"), read(berlin, "2025-10-26 02:30:00"));
    }

    @Test
    void a_zone_in_the_text_decides_between_the_two_hours_of_a_clock_change() {
        Account berlin = new Account("yyyy-MM-dd HH:mm:ss Z", "de", "Europe/Berlin");
        assertEquals(at("2025-10-26T00:30:00.999Z"), read(berlin, "2025-10-26 02:30:00 +0200"));
        assertEquals(UNREADABLE, read(berlin, "2025-10-26 02:30:00 +0300"));
    }

    @Test
    void an_hour_that_the_clocks_skip_is_never_written() {
        Account berlin = new Account("yyyy-MM-dd HH:mm", "de", "Europe/Berlin");
        assertEquals(UNREADABLE, read(berlin, "2026-03-29 02:30"));
    }

    @Test
    void a_day_can_end_where_the_clocks_skip_its_last_hour() {
        Account greenland = new Account("yyyy-MM-dd", "en", "America/Nuuk");
        assertEquals(between("2024-03-30T02:00:00Z", "2024-03-31T00:59:59.999Z"), read(greenland, "2024-03-30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MMM d HH:mm:ss",
                "yyyy HH:mm:ss",
                "MMM yyyy",
                "d yyyy",
                "YYYY-MM-dd",
                "YYYY-'W'ww-u",
                "yyyy-DDD",
                "yyyy-MM-W",
                "HH:mm:ss",
                "yyyy-MM-dd ss",
                "dMyyyy",
                "yyyyMMMd",
                "d1M yyyy",
                "yyyy-MM-dd qq",
                "yyyy-MM-dd 'o",
                "G"
            })
    void a_pattern_that_leaves_the_date_open_is_not_read_nor_replaced(String pattern) {
        TimePreferences preferences = new TimePreferences(pattern, "en", "UTC");
        Account usual = new Account("MMM d, yyyy HH:mm:ss", "en", "UTC");

        ProvenTimes times = ProvenTimes.of(preferences, usual.created(CREATED));

        assertFalse(times.areProven());
        assertEquals("times in the account's date pattern, " + pattern + ", can't be read back", times.explanation());
        assertEquals(UNREADABLE, times.read("Mar 5, 2024 07:08:09"));
    }

    @Test
    void what_the_reading_does_not_write_is_unreadable() {
        Account account = new Account("MMM d, yyyy HH:mm:ss", "en", "UTC");
        for (String text : List.of(
                "",
                " ",
                "-",
                "Mar 5, 2024",
                "Mar 05, 2024 07:08:09",
                "Mar 5, 2024 07:08:09 ",
                "Mar 5, 2024 7:08:09",
                "mar 5, 2024 07:08:09",
                "Feb 30, 2024 07:08:09",
                "Mar 5, 1999 07:08:09",
                "Mar 5, 2201 07:08:09",
                "Mar 5, 0024 07:08:09",
                "Mar 5, 2024 24:08:09",
                "Mar 5, 2024 07:60:09",
                "M\u00e4r 5, 2024 07:08:09",
                "Mar 5, 2024\u00a007:08:09",
                "Mar \u0665, 2024 07:08:09",
                "x".repeat(100_000))) {
            assertEquals(UNREADABLE, read(account, text), text);
        }
        assertEquals(UNREADABLE, read(account, null));
    }

    @Test
    void the_proof_is_explained() {
        Account account = new Account("MMM d, yyyy HH:mm:ss", "en", "Asia/Kolkata");
        ProvenTimes times = ProvenTimes.of(account.preferences(), account.created(CREATED, "2025-01-01T00:00:00Z"));
        assertEquals(
                "pattern MMM d, yyyy HH:mm:ss, English, Asia/Kolkata, proven by 2 creation times", times.explanation());
    }

    @Test
    void without_a_token_nothing_is_proven() {
        ProvenTimes times = ProvenTimes.of(new TimePreferences("yyyy-MM-dd", "en", "UTC"), List.of());
        assertFalse(times.areProven());
        assertEquals("there is no creation time to compare with", times.explanation());
        assertEquals(UNREADABLE, times.read("2024-03-05"));
    }

    @Test
    void a_creation_time_in_another_zone_disproves_the_preferences() {
        Account account = new Account("MMM d, yyyy HH:mm:ss", "en", "Europe/Berlin");
        List<CreatedTime> created = new ArrayList<>(account.created(CREATED, "2025-07-01T00:00:00Z"));
        TimePreferences wrong = new TimePreferences(account.pattern(), "en", "Asia/Tokyo");

        ProvenTimes times = ProvenTimes.of(wrong, created);

        assertEquals(
                "the creation times are not written in the account's pattern (MMM d, yyyy HH:mm:ss), language (en) and"
                        + " zone (Asia/Tokyo), nor in a usual one",
                times.explanation());
        assertEquals(UNREADABLE, times.read("Mar 5, 2024 08:08:09"));
    }

    @Test
    void a_missing_zone_is_inferred_with_two_hours_of_slack() {
        Account account = new Account("MMM d, yyyy HH:mm:ss", "en", "Asia/Kolkata");
        ProvenTimes times =
                ProvenTimes.of(new TimePreferences(account.pattern(), "en", null), account.created(CREATED));
        assertEquals(
                "pattern MMM d, yyyy HH:mm:ss, English, GMT+05:30 (inferred, give or take two hours), proven by 1"
                        + " creation time",
                times.explanation());
        assertEquals(between("2024-05-12T15:00:11Z", "2024-05-12T19:00:11.999Z"), times.read("May 12, 2024 22:30:11"));
    }

    @Test
    void an_offset_that_a_date_leaves_open_is_the_one_with_the_latest_instants() {
        Account account = new Account("yyyy-MM-dd", "en", "Asia/Tokyo");
        ProvenTimes times = ProvenTimes.of(NONE, account.created("2024-05-12T02:00:00Z"));
        // 02:00 is of the same day from two hours west of UTC on.
        assertEquals(
                Instant.parse("2024-05-14T03:59:59.999Z"),
                times.read("2024-05-13").latest());
    }

    @Test
    void of_two_orders_of_day_and_month_the_later_counts() {
        Account account = new Account("dd/MM/yyyy HH:mm:ss", "en", "UTC");
        ProvenTimes times =
                ProvenTimes.of(new TimePreferences(null, "en", "UTC"), account.created("2024-05-05T15:00:00Z"));
        assertEquals(between("2024-04-06T15:00:00Z", "2024-06-04T15:00:00.999Z"), times.read("04/06/2024 15:00:00"));
        assertEquals(at("2024-05-25T15:00:00.999Z"), times.read("25/05/2024 15:00:00"));
    }

    @Test
    void a_named_order_of_day_and_month_is_proven_only_by_a_date_in_which_they_differ() {
        TimePreferences named = new TimePreferences("MM/dd/yyyy HH:mm:ss", "en", "UTC");
        CreatedTime same = new CreatedTime(Instant.parse("2026-05-05T10:00:00Z").toEpochMilli(), "05/05/2026 10:00:00");
        CreatedTime apart =
                new CreatedTime(Instant.parse("2026-05-13T10:00:00Z").toEpochMilli(), "05/13/2026 10:00:00");
        assertEquals(
                between("2026-02-11T10:00:00Z", "2026-11-02T10:00:00.999Z"),
                ProvenTimes.of(named, List.of(same)).read("02/11/2026 10:00:00"));
        assertEquals(
                at("2026-02-11T10:00:00.999Z"),
                ProvenTimes.of(named, List.of(same, apart)).read("02/11/2026 10:00:00"));
    }

    @Test
    void an_assumed_hour_may_be_one_of_the_afternoon() {
        Account account = new Account("yyyy-MM-dd HH:mm:ss", "en", "UTC");
        ProvenTimes times =
                ProvenTimes.of(new TimePreferences(null, "en", "UTC"), account.created("2024-05-05T11:00:00Z"));
        assertEquals(between("2024-05-25T10:00:00Z", "2024-05-25T22:00:00.999Z"), times.read("2024-05-25 10:00:00"));
    }

    @Test
    void the_first_days_of_a_year_in_an_assumed_pattern_may_be_of_the_next_year() {
        Account weekYear = new Account("YYYY-MM-dd", "de_DE", "UTC");
        List<CreatedTime> created = weekYear.created("2024-05-05T11:00:00Z");
        LastAccess read =
                ProvenTimes.of(new TimePreferences(null, "de", "UTC"), created).read("2022-01-01");
        assertEquals("2022-01-01", weekYear.write(Instant.parse("2023-01-01T12:00:00Z")));
        assertFalse(read.isBefore(Instant.parse("2023-01-02T00:00:00Z")));
    }

    @Test
    void a_needless_half_of_the_day_is_found_out() {
        Account older = new Account("MMM d, yyyy HH:mm:ss a", "en", "UTC");
        for (String pattern : new String[] {null, "MMM d, yyyy HH:mm:ss"}) {
            ProvenTimes times =
                    ProvenTimes.of(new TimePreferences(pattern, "en", "UTC"), older.created("2024-05-05T15:00:00Z"));
            assertEquals(at("2024-05-12T22:30:11.999Z"), times.read("May 12, 2024 22:30:11 PM"));
        }
    }

    @Test
    void a_zone_can_contradict_the_proof() {
        Account account = new Account("MMM d, yyyy HH:mm:ss", "en", "Europe/Berlin");
        ProvenTimes times = ProvenTimes.of(account.preferences(), account.created(CREATED));
        assertFalse(times.contradicts(ZoneId.of("Europe/Paris")));
        assertTrue(times.contradicts(ZoneId.of("Asia/Tokyo")));
        assertFalse(ProvenTimes.of(NONE, List.of()).contradicts(ZoneId.of("Asia/Tokyo")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT+23:00", "GMT-23:00"})
    void a_zone_further_from_utc_than_any_in_use_proves_nothing(String zone) {
        Account account = new Account("MMM d, yyyy HH:mm:ss", "en", "UTC");
        TimePreferences wrong = new TimePreferences(account.pattern(), "en", zone);
        assertFalse(ProvenTimes.of(wrong, account.created(CREATED)).areProven());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE})
    void a_creation_in_no_year_of_this_world_proves_nothing(long millis) {
        List<CreatedTime> created = List.of(new CreatedTime(millis, "Mar 5, 2024 07:08:09"));
        assertFalse(ProvenTimes.of(new TimePreferences("MMM d, yyyy HH:mm:ss", "en", "UTC"), created)
                .areProven());
    }

    @Test
    void ten_thousand_times_are_read() {
        Account account = new Account("MMM d, yyyy hh:mm:ss", "en", "Europe/Berlin");
        List<CreatedTime> created = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            created.add(account.created(Instant.parse(CREATED).plusSeconds(i * 7_919L)));
        }
        ProvenTimes times = ProvenTimes.of(account.preferences(), created);
        for (CreatedTime time : created) {
            assertFalse(times.read(time.text()).isBefore(Instant.ofEpochMilli(time.millis())));
        }
    }
}
