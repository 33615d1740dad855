package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.jenkins.plugins.authtokencleanup.engine.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.LastAccess;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept of a row from load to load never hides that its text means something else now. */
class AskedAgainTest {
    private static final Instant NOW = Instant.parse("2026-12-11T05:00:11Z");
    private static final WrittenZones UTC = new WrittenZones(ZoneOffset.UTC);
    private static final WrittenZones KOLKATA = new WrittenZones(ZoneId.of("Asia/Kolkata"));

    private static LastAccess at(String time) {
        return new LastAccess.At(Instant.parse(time));
    }

    private static LastAccess read(AccessTimeText cell, WrittenZones zones, DateOrder order) {
        return new AccessTimeReader(zones, NOW).read(cell, order);
    }

    @Test
    void a_date_is_read_by_the_order_that_holds_now() {
        AccessTimeText cell = new AccessTimeText("12/05/2026 10:30:11", "");
        for (int i = 0; i < 2; i++) {
            assertEquals(at("2026-05-12T10:30:11Z"), read(cell, UTC, DateOrder.DAY_FIRST));
            assertEquals(at("2026-12-05T10:30:11Z"), read(cell, UTC, DateOrder.MONTH_FIRST));
            assertEquals(
                    new LastAccess.Between(Instant.parse("2026-05-12T10:30:11Z"), Instant.parse("2026-12-05T10:30:11Z")),
                    read(cell, UTC, DateOrder.UNDECIDED));
        }
    }

    @Test
    void a_time_is_read_by_the_zones_that_hold_now() {
        for (String text : List.of("12 May 2026 10:30:11", "12/05/2026 10:30:11")) {
            AccessTimeText cell = new AccessTimeText(text, "");
            for (int i = 0; i < 2; i++) {
                assertEquals(at("2026-05-12T10:30:11Z"), read(cell, UTC, DateOrder.DAY_FIRST));
                assertEquals(at("2026-05-12T05:00:11Z"), read(cell, KOLKATA, DateOrder.DAY_FIRST));
            }
        }
    }

    @Test
    void a_text_that_is_clear_is_taken_apart_once() {
        WrittenText text = WrittenText.of("12 May 2026 10:30:11");
        LastAccess meaning = text.meaning(DateOrder.UNDECIDED, UTC);
        assertSame(meaning, text.meaning(DateOrder.UNDECIDED, UTC));
        assertSame(meaning, text.meaning(DateOrder.DAY_FIRST, UTC), "its order is not open");
        WrittenText open = WrittenText.of("12/05/2026 10:30:11");
        assertSame(open.meaning(DateOrder.DAY_FIRST, UTC), open.meaning(DateOrder.DAY_FIRST, UTC));
    }

    @Test
    void cells_are_the_same_if_text_and_title_are() {
        AccessTimeText cell = new AccessTimeText("a", "b");
        assertEquals(cell, new AccessTimeText("a", "b"));
        assertEquals(cell.hashCode(), new AccessTimeText("a", "b").hashCode());
        assertEquals("a (b)", cell.toString());
        Set<AccessTimeText> cells = Set.of(
                cell, new AccessTimeText("a", ""), new AccessTimeText("b", "a"), new AccessTimeText("", "b"));
        assertEquals(4, cells.stream().map(AccessTimeText::hashCode).distinct().count());
    }

    @Test
    void relative_times_are_told_by_the_clock_of_each_load() {
        PanelRow row = new PanelRow(new PanelRow.Content(
                "d", List.of(), "", "", new AccessTimeText("3 days ago", ""), new AccessTimeText("2 hours ago", ""), null));
        AuthToken first = row.token(new AccessTimeReader(UTC, NOW), DateOrder.UNDECIDED);
        assertEquals(NOW.minusSeconds(2 * 3_600), first.lastAccess().latest());
        assertSame(first, row.token(new AccessTimeReader(UTC, NOW), DateOrder.UNDECIDED));
        Instant later = NOW.plusSeconds(60);
        AuthToken second = row.token(new AccessTimeReader(UTC, later), DateOrder.UNDECIDED);
        assertEquals(later.minusSeconds(2 * 3_600), second.lastAccess().latest());
        assertEquals(later.minusSeconds(3 * 86_400), second.created().latest());
    }

    @Test
    void a_new_time_of_creation_makes_another_token() {
        PanelRow row = new PanelRow(new PanelRow.Content(
                "d",
                List.of(),
                "",
                "",
                new AccessTimeText("3 days ago", ""),
                new AccessTimeText("12 May 2026 10:30:11", ""),
                null));
        AuthToken first = row.token(new AccessTimeReader(UTC, NOW), DateOrder.UNDECIDED);
        AuthToken second = row.token(new AccessTimeReader(UTC, NOW.plusSeconds(60)), DateOrder.UNDECIDED);
        assertEquals(first.lastAccess(), second.lastAccess());
        assertEquals(NOW.plusSeconds(60).minusSeconds(3 * 86_400), second.created().latest());
    }
}
