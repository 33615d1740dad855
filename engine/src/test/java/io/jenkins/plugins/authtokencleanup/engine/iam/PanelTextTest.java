package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser gets of a panel: all of it but the rows that are known, in whatever portions it comes. */
class PanelTextTest {
    private static final int HEAD = 65_536;
    private static final int LONGEST_ROW = 1 << 20;
    private static final String BEGINNING =
            "<p>x</p><table id=apitokenstbl><tr id=headerrow><th>Description</th><th>Last used</th></tr>\n";

    private final KnownRows known = new KnownRows();

    private static PanelText text(String page, KnownRows known) {
        return new PanelText(new StringReader(page), known);
    }

    private static String parsed(Reader text) throws IOException {
        StringWriter all = new StringWriter();
        text.transferTo(all);
        return all.toString();
    }

    private static String row(String description) {
        return "<tr id=\"trow\"><td>" + description + "<a data-enctoken=\"h\"></a></td><td>3 days ago</td></tr>";
    }

    private String marked() {
        return "<tr " + known.mark() + "></tr>";
    }

    /** Hands out a page in portions of so many characters. */
    private static Reader portions(String page, int size) {
        return new StringReader(page) {
            @Override
            public int read(char[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(size, length));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1_000})
    void known_rows_are_taken_out_whatever_portions_the_page_comes_in(int size) throws IOException {
        String page = BEGINNING + row("a") + "\n" + row("b") + "\n<!-- x -->" + row("c") + "</table> end <";
        PanelText text = new PanelText(portions(page, size), known);
        String blanksAside = parsed(text).replace("\n", "");
        assertEquals(BEGINNING.replace("\n", "") + marked() + "<!-- x -->" + marked() + "</table> end <", blanksAside);
        assertEquals(List.of("a", "b"), text.nextGroup().stream().map(row -> row.content().description()).toList());
        assertEquals(List.of("c"), text.nextGroup().stream().map(row -> row.content().description()).toList());
        assertTrue(text.allTaken());
        assertTrue(text.markup().complete());
    }

    @Test
    void a_row_is_known_again_whatever_portions_the_page_comes_in() throws IOException {
        String page = "<div>\n".repeat(300) + BEGINNING + row("a") + "\n" + row("b") + "</table>";
        PanelRow first = null;
        for (int size = 2_000; size > 0; size -= 97) {
            PanelText text = new PanelText(portions(page, size), known);
            parsed(text);
            PanelRow row = text.nextGroup().get(0);
            assertSame(first == null ? row : first, row, size + " characters each");
            first = row;
        }
    }

    @Test
    void rows_that_are_not_known_pass() throws IOException {
        String page = BEGINNING + row("a") + row("<!-- -->") + row("<tr>") + "<tr id=\"trow\"><td>without an end</table>";
        assertEquals(page.replace(row("a"), marked()), parsed(text(page, known)));
        assertEquals(page, parsed(text(page, KnownRows.none())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<{>", "<`>", "<@>", "</!x>", "<p a=\"b\"c>", "<p a<b>", "<p a='b>'c>", "< p>", "</ p>", "<?p>", "<p a=b\"c>", "<textarea></textarea>", "<a \"b\">"
            })
    void after_a_tag_that_can_be_taken_for_another_one_all_rows_pass(String strange) throws IOException {
        String page = BEGINNING + row("a") + "<tr><td>" + strange + "</td></tr>" + row("b") + "</table>";
        assertEquals(page.replace(row("a"), marked()), parsed(text(page, known)), strange);
    }

    @Test
    void after_a_row_without_an_end_of_its_own_all_rows_pass() throws IOException {
        String page = BEGINNING + row("a") + "<tr id=\"trow\"><td>without an end" + row("b") + row("c") + "</table>";
        assertEquals(page.replace(row("a"), marked()), parsed(text(page, known)));
    }

    @Test
    void after_a_load_whose_last_row_has_no_end_nothing_is_known() throws IOException {
        String page = BEGINNING + row("a") + "</table>";
        PanelText first = text(page, known);
        parsed(first);
        PanelRow row = first.nextGroup().get(0);
        parsed(text(page.replace("</table>", "<tr><td>without an end</table>"), known));
        PanelText next = text(page, known);
        parsed(next);
        assertNotSame(row, next.nextGroup().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p a=\"b\">", "<p a='b' c=d e>", "<br/>", "<p a=\"b\"/>", "<P\tA\n=\"b\">", "a > b", "<!x>", "<a>", "<z>"})
    void plain_tags_change_nothing_for_the_rows_after_them(String plain) throws IOException {
        String page = BEGINNING + row("a") + plain + row("b") + "</table>";
        assertEquals(page.replaceAll("<tr id=\"trow.*?</tr>", marked()), parsed(text(page, known)));
    }

    @Test
    void a_script_before_the_table_may_hold_anything_but_a_comment() throws IOException {
        String page = "<script>if (a<b && c>'\"') x=\"<p 'q'>\";</script>" + BEGINNING + row("a") + "</table>";
        assertEquals(page.replace(row("a"), marked()), parsed(text(page, known)));
        String comment = page.replace("if (a<b", "<!--if (a<b").replace("</script>", "--></script>");
        assertEquals(comment, parsed(text(comment, known)));
    }

    @Test
    void known_rows_are_taken_out_by_the_thousand() throws IOException {
        String page = BEGINNING + row("a").repeat(2_500) + "</table>";
        PanelText text = text(page, known);
        assertEquals(BEGINNING + marked() + marked() + marked() + "</table>", parsed(text));
        assertEquals(1_000, text.nextGroup().size());
        assertEquals(1_000, text.nextGroup().size());
        assertFalse(text.allTaken());
        assertEquals(500, text.nextGroup().size());
        assertTrue(text.allTaken());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100, 4_000, 5_000})
    void a_long_row_is_known_too_whatever_portions_it_comes_in(int size) throws IOException {
        String page = BEGINNING + row("a") + row("b".repeat(4_500)) + row("c") + "</table>";
        assertEquals(BEGINNING + marked() + "</table>", parsed(new PanelText(portions(page, size), known)));
    }

    @Test
    void the_first_65536_characters_are_kept() throws IOException {
        String page = "0123456789".repeat(7_000);
        for (int size : new int[] {10_000, 1 << 15, 1 << 20}) {
            PanelText text = new PanelText(portions(page, size), known);
            assertEquals(page, parsed(text));
            assertEquals(page.substring(0, HEAD), text.head());
        }
        PanelText shortText = text("short", known);
        parsed(shortText);
        assertEquals("short", shortText.head());
    }

    @Test
    void a_row_of_a_million_characters_is_the_longest_and_each_row_begins_anew() throws IOException {
        int chunk = 1 << 15;
        String longest = row("x".repeat(LONGEST_ROW - 2 * chunk));
        String page = BEGINNING + longest + longest + longest;
        assertEquals(page, parsed(text(page, known)));
        assertThrows(
                DeadlineBody.TooLong.class, () -> parsed(text(BEGINNING + row("x".repeat(LONGEST_ROW + chunk)), known)));
        assertThrows(DeadlineBody.TooLong.class, () -> parsed(text("x".repeat(LONGEST_ROW + chunk), known)));
        assertThrows(DeadlineBody.TooLong.class, () -> parsed(text("<p " + "x".repeat(LONGEST_ROW + chunk), known)));
    }
}
