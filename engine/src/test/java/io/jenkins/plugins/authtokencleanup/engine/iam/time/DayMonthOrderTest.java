package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayMonthOrderTest {

    private static final Instant NOW = Instant.parse("2026-06-20T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12/05/2026; 05/06/2026                       | UNDECIDED
            ''                                           | UNDECIDED
            12/05/2026; 13/05/2026 10:30                 | DAY_FIRST
            12.05.2026; 31.05.2026                       | DAY_FIRST
            12/05/2026; 05/13/2026 10:30 AM              | MONTH_FIRST
            12/05/2026; 05/12/2026; 12/12/2026           | UNDECIDED
            12/05/2026; 13/05/2026; 05/12/2026           | DAY_FIRST
            05/12/2026; 05/13/2026; 12/05/2026           | MONTH_FIRST
            13/05/2026; 05/13/2026                       | UNDECIDED
            05/13/2026; 13/05/2026; 14/05/2026           | UNDECIDED
            13/13/2026                                   | UNDECIDED
            13/05/2026; 13/13/2026                       | UNDECIDED
            45/05/2026                                   | UNDECIDED
            31/02/2026                                   | UNDECIDED
            05/13/2026; 45/05/2026                       | UNDECIDED
            13/05/26                                     | UNDECIDED
            Mon 13/05/2026                               | UNDECIDED
            Wed 13/05/2026                               | DAY_FIRST
            13/05/2026 or so                             | UNDECIDED
            05/13/2026; 13/05/2026 or so                 | UNDECIDED
            2026-05-13; 13 May 2026; May 13, 2026; never | UNDECIDED
            """)
    void the_column_decides_the_order(String cells, DayMonthOrder order) {
        DayMonthOrderDetector inTexts = new DayMonthOrderDetector();
        DayMonthOrderDetector inTitles = new DayMonthOrderDetector();
        for (String cell : cells.split("; ")) {
            inTexts.add(new AccessTimeText(cell, ""));
            inTitles.add(new AccessTimeText("3 days ago", cell));
        }

        assertEquals(order, inTexts.order());
        assertEquals(order, inTitles.order());
    }

    @Test
    void an_overlong_text_is_no_evidence() {
        DayMonthOrderDetector evidence = new DayMonthOrderDetector();

        evidence.add(new AccessTimeText("13/05/2026" + " ".repeat(200), ""));

        assertEquals(DayMonthOrder.UNDECIDED, evidence.order());
    }

    @Test
    void a_decided_order_is_followed() {
        String text = "12/05/2026 10:30:11";

        assertEquals(
                Instant.parse("2026-05-12T10:30:11Z"),
                read(text, DayMonthOrder.DAY_FIRST).latest());
        assertEquals(
                Instant.parse("2026-12-05T10:30:11Z"),
                read(text, DayMonthOrder.MONTH_FIRST).latest());
    }

    @Test
    void a_decided_order_is_followed_into_the_future() {
        assertEquals(
                new LastAccess.At(Instant.parse("2026-12-05T10:30:11Z")),
                read("05/12/2026 10:30:11", DayMonthOrder.DAY_FIRST));
    }

    @Test
    void a_date_that_contradicts_the_decided_order_is_unreadable() {
        assertInstanceOf(LastAccess.Unreadable.class, read("05/13/2026", DayMonthOrder.DAY_FIRST));
        assertInstanceOf(LastAccess.Unreadable.class, read("13/05/2026", DayMonthOrder.MONTH_FIRST));
    }

    @Test
    void an_undecided_order_spans_both_readings() {
        LastAccess expected = new LastAccess.Between(
                Instant.parse("2026-03-05T00:00:00Z"), Instant.parse("2026-05-03T23:59:59.999999999Z"));

        assertEquals(expected, read("03/05/2026", DayMonthOrder.UNDECIDED));
        assertEquals(expected, read("05/03/2026", DayMonthOrder.UNDECIDED));
    }

    @Test
    void an_undecided_order_takes_the_only_valid_reading() {
        LastAccess expected = new LastAccess.At(Instant.parse("2026-05-13T10:30:11Z"));

        assertEquals(expected, read("13/05/2026 10:30:11", DayMonthOrder.UNDECIDED));
        assertEquals(expected, read("05/13/2026 10:30:11", DayMonthOrder.UNDECIDED));
        assertEquals(
                new LastAccess.At(Instant.parse("2026-05-05T10:30:11Z")),
                read("05/05/2026 10:30:11", DayMonthOrder.UNDECIDED));
        assertEquals(
                new LastAccess.At(Instant.parse("2026-05-12T10:30:11Z")),
                read("Tue 12/05/2026 10:30:11", DayMonthOrder.UNDECIDED));
    }

    private static LastAccess read(String text, DayMonthOrder order) {
        return new AccessTimeReader(NOW, ZoneOffset.UTC).read(new AccessTimeText(text, ""), order);
    }
}
