package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.jenkins.plugins.authtokencleanup.engine.error.UnknownPanelException;
import io.jenkins.plugins.authtokencleanup.fuzz.Mutations;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are read without the parser are what the parser makes of them, whatever the page holds. */
class KnownRowsTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final int PAGES_A_SEED = 40;
    private static final Pattern RAW =
            Pattern.compile("(?i)</?(script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)");
    private static final String BEGINNING = "<table id=\"apitokenstbl\"><tr id=\"headerrow\"><th></th>"
            + "<th>Description</th><th>Last Accessed Time</th></tr>";

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    /** A listing, or "refused", or "no table". */
    private static Object read(String page, KnownRows known) throws Exception {
        PanelReader reader = new PanelReader(new StringReader(page), new Secrets(), new DateOrderEvidence(), known);
        try {
            reader.read();
        } catch (UnknownPanelException e) {
            return "refused";
        }
        return reader.found() ? reader.listing(ServedPages.NOW, ZONE) : "no table";
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_page_is_read_as_the_parser_alone_reads_it(long seed) throws Exception {
        Mutations mutations = new Mutations(seed);
        List<String> panels = ServedPagesOnce.PANELS;
        KnownRows known = new KnownRows();
        for (int i = 0; i < PAGES_A_SEED; i++) {
            String panel = mutations.any(panels);
            read(panel, known);
            assertEquals(read(panel, KnownRows.none()), read(panel, known), () -> "seed " + seed + ": " + panel);
            String damaged = mutations.changed(panel, 1 + i % 6);
            if (count(RAW, damaged) != count(RAW, panel)) {
                // What the parser makes of such an element without an end depends on what its buffer holds.
                continue;
            }
            for (KnownRows rows : List.of(known, new KnownRows())) {
                assertSameOrRefused(
                        read(damaged, KnownRows.none()), read(damaged, rows), () -> "seed " + seed + ": " + damaged);
            }
        }
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    /** The parser drops rows that stand where no rows can be; with known rows such a page is refused. */
    private static void assertSameOrRefused(Object parsed, Object read, Supplier<String> where) {
        if (!read.equals("refused")) {
            assertEquals(parsed, read, where);
        }
    }

    private static final class ServedPagesOnce {
        static final List<String> PANELS = ServedPages.panels();
    }

    private static String row(String handle, String description, String time) {
        return "<tr id=\"trow\"><td><a data-enctoken=\"" + handle + "\"></a></td><td>" + description + "</td><td title='"
                + time + "'>some time ago</td></tr>";
    }

    private static PanelRow read(KnownRows known, String row) {
        return known.read(row.toCharArray(), 0, row.length());
    }

    private static KnownRows begun() {
        KnownRows known = new KnownRows();
        known.begin(BEGINNING);
        return known;
    }

    @Test
    void a_plain_row_is_known_by_its_shape() {
        KnownRows known = begun();
        PanelRow row = read(known, row("h1", "a &amp; b&nbsp;c", "Tue May 12 10:30:11 UTC 2026"));
        assertEquals("a & b c", row.content().description());
        assertEquals("h1", row.content().handle().reveal());
        assertEquals("Tue May 12 10:30:11 UTC 2026", row.content().lastAccessed().title());
        PanelRow other = read(known, row("h2", "other", ""));
        assertEquals("other", other.content().description());
        assertEquals("", other.content().lastAccessed().title());
        assertEquals("a & b c", row.content().description(), "what was read before stays as it was");
    }

    @Test
    void the_same_markup_is_the_same_row_in_the_next_load() {
        KnownRows known = begun();
        PanelRow first = read(known, row("h", "d", "x"));
        known.begin(BEGINNING);
        assertSame(first, read(known, row("h", "d", "x")));
        known.begin(BEGINNING.replace("Last Accessed Time", "Last Used"));
        PanelRow again = read(known, row("h", "d", "x"));
        assertEquals(first.content(), again.content());
        assertNotSame(first, again, "another header, so nothing is known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- x -->", "<script>x</script>", "<textarea>", "<b", "<select><option>x", "<svg>", "a < b", "<b class=x>y</b>",
                "<template>", "<title>x</title>", "\ue000" + "0\ue001", "<p></p></td></tr></table>", "x\0y",
                "<a title=\"x\" title=\"y\">z</a>"
            })
    void what_is_not_plain_is_left_to_the_parser(String description) {
        assertNull(read(begun(), row("h", description, "x")));
    }

    @Test
    void a_text_that_could_be_markup_does_not_fit_the_shape_of_others() {
        KnownRows known = begun();
        assertNotNull(read(known, row("h", "d", "x")));
        for (String time : List.of("a<b", "a>b", "a\0b")) {
            assertNull(read(known, row("h", "d", time)), time);
        }
        assertNull(read(known, row("h", "a\0b", "x")));
        assertEquals("a > b", read(known, row("h", "a > b", "x")).content().description());
        assertEquals("", read(known, row("h", " \n", "x")).content().description());
        PanelRow entity = read(known, row("h", "x&copy=1", "x&copy=1"));
        assertEquals("x\u00a9=1", entity.content().description());
        assertEquals("x&copy=1", entity.content().lastAccessed().title(), "an attribute is read otherwise than a text");
    }

    @Test
    void after_a_row_of_another_kind_nothing_is_known() {
        KnownRows known = begun();
        assertNotNull(read(known, row("h", "d", "x")));
        assertNull(read(known, "<tr id=\"headerrow\"><th>Last Accessed Time</th><th></th><th>Description</th></tr>"));
        assertNull(read(known, row("h", "d", "x")));
    }

    @Test
    void rows_that_never_come_again_are_not_remembered() {
        KnownRows known = begun();
        PanelRow first = read(known, row("h", "d", "x"));
        for (int load = 0; load < 3; load++) {
            known.begin(BEGINNING);
            assertEquals("h" + load, read(known, row("h" + load, "d", "x")).content().handle().reveal());
        }
        known.begin(BEGINNING);
        PanelRow again = read(known, row("h", "d", "x"));
        assertEquals(first.content(), again.content());
        assertNotSame(first, again);
    }

    /** Reads a load with these rows. */
    private static List<PanelRow> load(KnownRows known, List<String> handles) {
        known.begin(BEGINNING);
        return handles.stream().map(handle -> read(known, row(handle, "d", "x"))).toList();
    }

    @Test
    void rows_are_found_again_in_any_order_and_with_any_gap() {
        KnownRows known = begun();
        List<String> handles = IntStream.range(0, 60).mapToObj(i -> "h" + i).toList();
        List<PanelRow> first = load(known, handles);
        for (int gap = 1; gap <= 20; gap++) {
            List<String> left = new ArrayList<>(handles);
            left.subList(5, 5 + gap).clear();
            List<PanelRow> rows = load(known, left);
            for (int i = 0; i < left.size(); i++) {
                assertSame(first.get(handles.indexOf(left.get(i))), rows.get(i), "gap of " + gap + ", row " + i);
            }
            first.subList(5, 5 + gap).forEach(row -> assertFalse(rows.contains(row)));
            first = load(known, handles);
            List<String> reversed = new ArrayList<>(handles);
            Collections.reverse(reversed);
            List<PanelRow> backwards = new ArrayList<>(load(known, reversed));
            Collections.reverse(backwards);
            assertEquals(first, backwards);
        }
    }

    @Test
    void rows_are_remembered_as_long_as_half_of_them_come_again() {
        KnownRows known = begun();
        load(known, List.of("a", "b"));
        PanelRow half = load(known, List.of("a", "c")).get(1);
        assertSame(half, load(known, List.of("c", "a")).get(0));
        load(known, List.of("d", "e", "c"));
        assertNotSame(half, load(known, List.of("c")).get(0), "a third only came again");
    }

    @Test
    void a_row_that_stands_there_twice_is_found_twice() {
        KnownRows known = begun();
        load(known, List.of("a", "b"));
        List<PanelRow> rows = load(known, List.of("a", "a", "b", "b", "a"));
        assertEquals(2, Set.copyOf(rows).size());
        assertEquals(rows, load(known, List.of("a", "a", "b", "b", "a")));
    }

    @Test
    void a_page_of_many_kinds_of_rows_is_still_read() {
        KnownRows known = begun();
        String first = row("h", "d", "x");
        assertNotNull(read(known, first));
        for (int i = 0; i < 100; i++) {
            String odd = row("h" + i, "<i>".repeat(1 + i) + "d" + "</i>".repeat(1 + i), "x");
            PanelRow read = read(known, odd);
            // The first row's kind was one of the 32.
            assertEquals(i < 31 ? "d" : null, read == null ? null : read.content().description());
        }
        assertNull(read(known, row("h", "<u>d</u>", "x")));
        assertEquals("e", read(known, row("h", "e", "x")).content().description());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "<span>%s</span>",
                "<table class=\"scopetbl\"><tbody><tr><td>%s</td></tr></tbody></table>",
                "<div><table class=\"scopetbl\"><tbody><tr><td><b>%s</b></td></tr></tbody></table></div>"
            })
    void scopes_are_those_of_their_own_row(String cell) {
        KnownRows known = new KnownRows();
        known.begin(BEGINNING.replace("Description", "Scopes"));
        for (boolean alone : List.of(true, false)) {
            int handle = 0;
            for (String scope : List.of("a", "a", "b", "a", "&#0;", "a", "b", "&#0;", "b", "a &amp; b", "c", "c")) {
                String shown = alone ? "h" : "h" + handle++;
                PanelRow read = read(known, row(shown, String.format(cell, scope), "x"));
                assertEquals(
                        scope.equals("&#0;") ? null : List.of(scope.replace("&amp;", "&")),
                        read == null ? null : read.content().scopes());
            }
        }
    }

    @Test
    void without_a_header_at_the_beginning_nothing_is_known() {
        KnownRows known = new KnownRows();
        known.begin("<table id=\"apitokenstbl\">" + row("h", "d", "x"));
        assertNull(read(known, row("h", "d", "x")));
    }

    @Test
    void a_known_row_where_no_row_can_be_makes_the_page_unknown() throws Exception {
        String lost = BEGINNING + row("a", "a", "x") + "<template>" + row("b", "b", "x") + "</table>";
        KnownRows known = new KnownRows();
        read(BEGINNING + row("a", "a", "x") + row("b", "b", "x") + "</table>", known);
        assertEquals("refused", read(lost, known));
    }
}
