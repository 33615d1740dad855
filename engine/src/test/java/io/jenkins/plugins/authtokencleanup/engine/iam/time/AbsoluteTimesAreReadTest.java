package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsoluteTimesAreReadTest {

    private static final Instant NOW = Instant.parse("2026-06-20T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue May 12 10:30:11 IST 2026              | Asia/Kolkata     | 2026-05-12T05:00:11Z
            TUE MAY 12 10:30:11 ist 2026              | Asia/Kolkata     | 2026-05-12T05:00:11Z
            Tue May 12 10:30:11 GMT+05:30 2026        | UTC              | 2026-05-12T05:00:11Z
            Tue May 12 10:30:11 UTC 2026              | Asia/Kolkata     | 2026-05-12T10:30:11Z
            Tue May 12 10:30:11 Z 2026                | Asia/Kolkata     | 2026-05-12T10:30:11Z
            Tue May 12 10:30:11 +0530 2026            | UTC              | 2026-05-12T05:00:11Z
            Tue May 12 10:30:11 Asia/Kolkata 2026     | UTC              | 2026-05-12T05:00:11Z
            Tue May 12 10:30:11 2026 +0530            | UTC              | 2026-05-12T05:00:11Z
            Tue May 12 10:30:11 2026                  | UTC              | 2026-05-12T10:30:11Z
            May 12 10:30:11 UTC 2026                  | UTC              | 2026-05-12T10:30:11Z
            Tue May 12 2026 10:30:11 GMT+0530         | UTC              | 2026-05-12T05:00:11Z
            Tue, 12 May 2026 10:30:11 GMT             | Asia/Kolkata     | 2026-05-12T10:30:11Z
            2026-05-12T10:30:11Z                      | Asia/Kolkata     | 2026-05-12T10:30:11Z
            2026-05-12t10:30:11z                      | Asia/Kolkata     | 2026-05-12T10:30:11Z
            2026-05-12T10:30:11+05:30                 | UTC              | 2026-05-12T05:00:11Z
            2026-05-12T10:30:11-0430                  | UTC              | 2026-05-12T15:00:11Z
            2026-05-12T10:30:11+05                    | UTC              | 2026-05-12T05:30:11Z
            2026-05-12T10:30:11+05:30[Asia/Kolkata]   | UTC              | 2026-05-12T05:00:11Z
            2026-05-12T10:30:11[Asia/Kolkata]         | UTC              | 2026-05-12T05:00:11Z
            2026-05-12T10:30:11                       | UTC              | 2026-05-12T10:30:11Z
            2026-05-12 10:30:11                       | UTC              | 2026-05-12T10:30:11Z
            2026-05-12 10:30:11.0                     | UTC              | 2026-05-12T10:30:11Z
            2026-05-12 10:30:11.25                    | UTC              | 2026-05-12T10:30:11.250Z
            2026-05-12T10:30:11.000000001Z            | UTC              | 2026-05-12T10:30:11.000000001Z
            2026-05-12T10:30:11,123Z                  | UTC              | 2026-05-12T10:30:11.123Z
            2026/05/12 10:30:11                       | UTC              | 2026-05-12T10:30:11Z
            2026.5.12 9:30:11                         | UTC              | 2026-05-12T09:30:11Z
            12 May 2026 10:30:11                      | UTC              | 2026-05-12T10:30:11Z
            12-May-2026 10:30:11 PM                   | UTC              | 2026-05-12T22:30:11Z
            12/may/2026 10:30:11pm                    | UTC              | 2026-05-12T22:30:11Z
            12 May, 2026 12:30:11 AM                  | UTC              | 2026-05-12T00:30:11Z
            12 May 2026, 12:30:11 Pm                  | UTC              | 2026-05-12T12:30:11Z
            May 12, 2026 10:30:11 AM PDT              | US/Pacific       | 2026-05-12T17:30:11Z
            May 12, 2026 at 10:30:11 AM UTC           | UTC              | 2026-05-12T10:30:11Z
            Tuesday, May 12, 2026 10:30:11            | UTC              | 2026-05-12T10:30:11Z
            Tues 12 May 2026 10:30:11                 | UTC              | 2026-05-12T10:30:11Z
            3 Sept 2025 10:30:11                      | UTC              | 2025-09-03T10:30:11Z
            3 Sep 2025 10:30:11                       | UTC              | 2025-09-03T10:30:11Z
            3 SEPTEMBER 2025 10:30:11                 | UTC              | 2025-09-03T10:30:11Z
            Tue,12 May 2026 10:30:11                  | UTC              | 2026-05-12T10:30:11Z
            May 12,2026 10:30:11                      | UTC              | 2026-05-12T10:30:11Z
            Tue, May 12, 2026 10:30:11                | UTC              | 2026-05-12T10:30:11Z
            2026-05-12T10:30:11.0Z                    | UTC              | 2026-05-12T10:30:11Z
            2026-05-12T00:00:00Z                      | UTC              | 2026-05-12T00:00:00Z
            29 Feb 2024 10:30:11                      | UTC              | 2024-02-29T10:30:11Z
            12/05/2026 10:30:11                       | UTC              | 2026-05-12T10:30:11Z
            12-05-2026 10:30:11                       | UTC              | 2026-05-12T10:30:11Z
            12.05.2026 10:30:11                       | UTC              | 2026-05-12T10:30:11Z
            2.5.2026 10:30:11 +02:00                  | UTC              | 2026-05-02T08:30:11Z
            1 Jan 2000 00:00:00 UTC                   | UTC              | 2000-01-01T00:00:00Z
            31 Dec 2200 23:59:59 UTC                  | UTC              | 2200-12-31T23:59:59Z
            """)
    void a_time_to_the_second_is_an_instant(String text, ZoneId zone, Instant instant) {
        assertEquals(new LastAccess.At(instant), read(text, zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 May 2026 10:30            | 2026-05-12T10:30:00Z | 2026-05-12T10:30:59.999999999Z
            12 May, 2026 10:30 AM        | 2026-05-12T10:30:00Z | 2026-05-12T10:30:59.999999999Z
            12 May 2026 1:30 PM          | 2026-05-12T13:30:00Z | 2026-05-12T13:30:59.999999999Z
            12 May 2026 12:30 AM         | 2026-05-12T00:30:00Z | 2026-05-12T00:30:59.999999999Z
            12 May 2026 12:30 pm         | 2026-05-12T12:30:00Z | 2026-05-12T12:30:59.999999999Z
            12-May-2026 10:30            | 2026-05-12T10:30:00Z | 2026-05-12T10:30:59.999999999Z
            12/05/2026 10:30             | 2026-05-12T10:30:00Z | 2026-05-12T10:30:59.999999999Z
            2026/05/12 10:30             | 2026-05-12T10:30:00Z | 2026-05-12T10:30:59.999999999Z
            2026-05-12T10:30Z            | 2026-05-12T10:30:00Z | 2026-05-12T10:30:59.999999999Z
            May 12, 2026 10:30 PM +01:00 | 2026-05-12T21:30:00Z | 2026-05-12T21:30:59.999999999Z
            12-May-2026                  | 2026-05-12T00:00:00Z | 2026-05-12T23:59:59.999999999Z
            12.05.2026                   | 2026-05-12T00:00:00Z | 2026-05-12T23:59:59.999999999Z
            2026-05-12                   | 2026-05-12T00:00:00Z | 2026-05-12T23:59:59.999999999Z
            2026-05-12Z                  | 2026-05-12T00:00:00Z | 2026-05-12T23:59:59.999999999Z
            Tue 12 May 2026              | 2026-05-12T00:00:00Z | 2026-05-12T23:59:59.999999999Z
            12 May 2026 PDT              | 2026-05-12T00:00:00Z | 2026-05-13T06:59:59.999999999Z
            12 May 2026 +05:30           | 2026-05-11T18:30:00Z | 2026-05-12T18:29:59.999999999Z
            """)
    void a_coarser_time_is_a_span(String text, Instant earliest, Instant latest) {
        assertEquals(new LastAccess.Between(earliest, latest), read(text, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 Feb 2026",
                "29 Feb 2026",
                "2026-02-30",
                "31/04/2026",
                "0 May 2026",
                "00/05/2026",
                "2026-13-01",
                "2026-00-10",
                "12/13/2026",
                "Mon May 12 10:30:11 UTC 2026",
                "Wed, 12 May 2026",
                "Mon 12/05/2026",
                "12/05/26",
                "12 May 26",
                "26-05-12",
                "12 May 12026",
                "12 May 1999 10:30",
                "1999-12-31T23:59:59-05:00",
                "12 May 2201",
                "2201-01-01T01:00:00+05:30",
                "31 Dec 2200 23:59:59 -05:00",
                "1 Jan 1970 00:00:00 UTC",
                "12 May 2026 24:00",
                "12 May 2026 10:60",
                "12 May 2026 10:30:60",
                "12 May 2026 10:3",
                "12 May 2026 10",
                "12 May 2026 10:30:",
                "12 May 2026 10:30:11.",
                "12 May 2026 10:30:11.1234567890",
                "12 May 2026 13:30 PM",
                "12 May 2026 0:30 AM",
                "12 May 2026 10.30",
                "12 May 2026 10:30:11:123",
                "12 May 2026 at",
                "12 May 2026,",
                "12 May 2026 10:30 Uhr",
                "12 May 2026 10:30 IST x",
                "12 May 2026 10:30 IST IST",
                "12 May 2026 10:30XYZ",
                "12 May 2026 or so",
                "12 May 2026 (10.0.0.1)",
                "2026-05-12T",
                "2026-05-12T IST",
                "2026-05/12",
                "12-05/2026",
                "12 05 2026",
                "12May2026",
                "12 May2026",
                "12 05\u00002026",
                "May 12, 10:30:11 UTC 2026",
                "20260512",
                "1778581811000",
                "May 2026",
                "12 May",
                "Tue",
                "Tuesday 10:30",
                "12 Mai 2026",
                "12 mei 2026",
                "12. Mai 2026",
                "12 Foo 2026",
                "mayor 12, 2026",
                "12 de mayo de 2026",
                "2026\u5e745\u670812\u65e5",
                "\u0661\u0662 May 2026",
                "12/05/\u0662\u0660\u0662\u0666",
                "\uff11\uff12 May 2026",
                "10:30 12 May 2026",
                "-12 May 2026",
                "2026-W20-2",
                "2026-132",
                "2026",
                "2026-",
                "2026-05",
                "2026-05-",
                "12",
                "12/",
                "12/05",
                "12/05/",
                "12 ",
                "May",
                "May ",
                "May 12",
                "May 12,",
                "May 12, ",
                "May 12 10:30:11",
                "May 12 10:30:11 ",
                "May 12 10:30:11 UTC",
                "May 12 10:30:11 UTC ",
                "May 12 2026 at",
                "12 May 2026 at ",
                "12 May 2026, IST",
                "12 May 2026 at IST",
                "May 12, 2026, IST",
                "May 12, 2026 at IST",
                "Tue12 May 2026",
                ", 12 May 2026",
                "Tue,",
                "12 May 2026 10:30:11 UTC2026",
                "May 12 10:30:11 2026x",
                "//",
                "::",
                "T",
                "Z",
                "+05:30",
                "12 May 2026 10:30 +14:01",
                "12 May 2026 10:30 -12:01",
                "12 May 2026 10:30 +5:60",
                "12 May 2026 10:30 +530",
                "12 May 2026 10:30 GMT5",
                "12 May 2026 10:30 GMT+",
                "12 May 2026 10:30 Mars/Olympus",
                "2026-05-12T10:30+05:30[",
                "2026-05-12T10:30]",
                "2026-05-12T10:30[]",
                "2026-05-12T10:30+5:30[Nowhere]",
                "2026-05-12T10:30IST[Asia/Kolkata]",
                "2026-05-12T10:30x[Asia/Kolkata]"
            })
    void anything_else_is_unreadable(String text) {
        assertInstanceOf(LastAccess.Unreadable.class, read(text, ZoneOffset.UTC), text);
        assertInstanceOf(LastAccess.Unreadable.class, read(text, null), text);
    }

    @Test
    void no_break_spaces_are_spaces() {
        LastAccess expected = new LastAccess.At(Instant.parse("2026-05-12T22:30:11Z"));

        assertEquals(expected, read("\u00a0May\u00a012, 2026\u2007 10:30:11\u202fPM \u00a0", ZoneOffset.UTC));
    }

    @Test
    void a_date_in_the_future_is_returned_as_it_is() {
        assertEquals(
                new LastAccess.At(Instant.parse("2031-05-12T10:30:11Z")), read("2031-05-12T10:30:11Z", ZoneOffset.UTC));
    }

    @Test
    void a_time_is_read_up_to_two_hundred_characters() {
        String text = "2026-05-12T10:30:11Z";

        assertInstanceOf(LastAccess.At.class, read(text + " ".repeat(200 - text.length()), null));
        assertInstanceOf(LastAccess.Unreadable.class, read(text + " ".repeat(201 - text.length()), null));
    }

    private static LastAccess read(String text, ZoneId zone) {
        return new AccessTimeReader(NOW, zone).read(new AccessTimeText(text, ""), DayMonthOrder.DAY_FIRST);
    }
}
