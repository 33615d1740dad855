package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneReaderTest {

    private static final LocalDateTime NOON_IN_MAY = LocalDateTime.of(2026, 5, 12, 12, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IST | +05:30 | +01:00
            CST | +08:00 | -06:00
            BST | +11:00 | +01:00
            EST | +11:00 | -05:00
            EDT | +11:00 | -04:00
            PST | +08:00 | -08:00
            PDT | -07:00 | -07:00
            MST | +08:00 | -07:00
            AST | +03:00 | -04:00
            GST | +10:00 | -02:00
            SST | +11:00 | -11:00
            AMT | +04:00 | -04:00
            ECT | +01:00 | -05:00
            WST | +14:00 | -11:00
            JST | +09:00 | +09:00
            cet | +01:00 | +01:00
            NPT | +05:45 | +05:45
            NST | -03:30 | -03:30
            """)
    void an_abbreviation_is_read_as_all_that_it_is_used_for(String abbreviation, ZoneOffset east, ZoneOffset west) {
        PossibleOffsets offsets = new ZoneReader(null).read(abbreviation);

        assertEquals(NOON_IN_MAY.toInstant(east), offsets.earliest(NOON_IN_MAY));
        assertEquals(NOON_IN_MAY.toInstant(west), offsets.latest(NOON_IN_MAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +0        | 0
            -00       | 0
            GMT+0     | 0
            UTC+00:00 | 0
            +0000     | 0
            +0030     | 1800
            +05:30    | 19800
            +5:59     | 21540
            -0530     | -19800
            +14:00    | 50400
            -12:00    | -43200
            """)
    void an_offset_is_taken_as_it_is(String text, int seconds) {
        assertArrayEquals(new int[] {seconds}, new ZoneReader(null).read(text).at(NOON_IN_MAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+14:01", "-12:01", "+05:60", "+0560", "+5:3", "+", "GMT-", "0530", "05:30", "+05:30x", "+15", "-13"
            })
    void what_is_no_offset_of_any_place_is_no_zone(String text) {
        assertNull(new ZoneReader(null).read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IST | Asia/Kolkata      | 2026-05-12T12:00 | +05:30 | +05:30
            IST | Asia/Jerusalem    | 2026-01-12T12:00 | +02:00 | +02:00
            IST | Europe/Dublin     | 2026-05-12T12:00 | +01:00 | +01:00
            CST | America/Chicago   | 2026-01-12T12:00 | -06:00 | -06:00
            CST | Asia/Shanghai     | 2026-01-12T12:00 | +08:00 | +08:00
            BST | Europe/London     | 2026-05-12T12:00 | +01:00 | +01:00
            EST | America/New_York  | 2026-01-12T12:00 | -05:00 | -05:00
            EDT | America/New_York  | 2026-05-12T12:00 | -04:00 | -04:00
            EST | Australia/Sydney  | 2026-06-12T12:00 | +10:00 | +10:00
            EST | America/New_York  | 2026-05-12T12:00 | +11:00 | -05:00
            JST | Europe/Paris      | 2026-05-12T12:00 | +09:00 | +02:00
            JST | +03:00            | 2026-05-12T12:00 | +09:00 | +03:00
            EDT | America/New_York  | 2025-11-02T01:30 | -04:00 | -04:00
            EST | America/New_York  | 2025-11-02T01:30 | -05:00 | -05:00
            CET | Europe/Paris      | 2025-10-26T02:30 | +01:00 | +01:00
            UTC | America/New_York  | 2026-05-12T12:00 | +00:00 | +00:00
            GMT | Europe/London     | 2026-05-12T12:00 | +00:00 | +00:00
            ''  | America/New_York  | 2026-05-12T12:00 | -04:00 | -04:00
            ''  | America/New_York  | 2025-11-02T01:30 | -04:00 | -05:00
            ''  | America/New_York  | 2026-03-08T02:30 | -04:00 | -05:00
            """)
    void the_named_zone_decides_what_is_ambiguous(
            String text, ZoneId named, LocalDateTime local, ZoneOffset east, ZoneOffset west) {
        PossibleOffsets offsets = new ZoneReader(named).read(text);

        assertEquals(local.toInstant(east), offsets.earliest(local));
        assertEquals(local.toInstant(west), offsets.latest(local));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +05:30                        | +05:30 | +05:30
            -0430                         | -04:30 | -04:30
            +5                            | +05:00 | +05:00
            GMT-3:30                      | -03:30 | -03:30
            UTC+05                        | +05:00 | +05:00
            z                             | +00:00 | +00:00
            UT                            | +00:00 | +00:00
            +14:00                        | +14:00 | +14:00
            -12:00                        | -12:00 | -12:00
            america/new_york              | -04:00 | -04:00
            America/Port-au-Prince        | -04:00 | -04:00
            Etc/GMT+5                     | -05:00 | -05:00
            Singapore                     | +08:00 | +08:00
            [Asia/Kolkata]                | +05:30 | +05:30
            +05:30[Asia/Kolkata]          | +05:30 | +05:30
            Z[UTC]                        | +00:00 | +00:00
            +04:00[Asia/Kolkata]          | +05:30 | +04:00
            ''                            | +14:00 | -12:00
            """)
    void an_offset_or_a_zone_id_is_taken_as_it_is(String text, ZoneOffset east, ZoneOffset west) {
        PossibleOffsets offsets = new ZoneReader(null).read(text);

        assertEquals(NOON_IN_MAY.toInstant(east), offsets.earliest(NOON_IN_MAY));
        assertEquals(NOON_IN_MAY.toInstant(west), offsets.latest(NOON_IN_MAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XYZ",
                "Uhr",
                "+",
                "5",
                "+15",
                "-12:30",
                "+5:5",
                "+05:60",
                "+053",
                "+05300",
                "+05:30:00",
                "GMT+IST",
                "IST+1",
                "Asia/Atlantis",
                "SystemV/EST5",
                "\u0130ST",
                "]",
                "[]",
                "[",
                "[X]",
                "+05:30[X]",
                "X[Asia/Kolkata]"
            })
    void a_zone_that_we_do_not_know_is_unreadable(String text) {
        assertNull(new ZoneReader(null).read(text));
        assertNull(new ZoneReader(ZoneOffset.UTC).read(text));
    }

    @Test
    void a_day_of_the_named_zone_has_its_own_bounds() {
        AccessTimeReader reader =
                new AccessTimeReader(Instant.parse("2026-06-20T08:00:00Z"), ZoneId.of("America/New_York"));

        assertEquals(
                new LastAccess.Between(
                        Instant.parse("2025-11-02T04:00:00Z"), Instant.parse("2025-11-03T04:59:59.999999999Z")),
                reader.read(new AccessTimeText("2 Nov 2025", ""), DayMonthOrder.UNDECIDED));
    }

    @Test
    void every_abbreviation_that_this_jdk_prints_is_known_and_never_read_as_older() {
        DateTimeFormatter local = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
        ZoneReader zones = new ZoneReader(null);
        for (String id : ZoneId.getAvailableZoneIds()) {
            TimeZone zone = TimeZone.getTimeZone(id);
            for (String day : new String[] {"2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"}) {
                Instant instant = Instant.parse(day);
                String name = zone.getDisplayName(zone.inDaylightTime(Date.from(instant)), TimeZone.SHORT, Locale.US);
                LocalDateTime clock = LocalDateTime.parse(local.format(instant.atZone(ZoneId.of(id))));

                PossibleOffsets offsets = zones.read(name);

                assertNotNull(offsets, () -> name + " of " + id);
                assertFalse(offsets.latest(clock).isBefore(instant), () -> name + " of " + id);
            }
        }
    }
}
