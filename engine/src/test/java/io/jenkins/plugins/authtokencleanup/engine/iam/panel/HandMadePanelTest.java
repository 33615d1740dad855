package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.HEADER;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.NOW;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.row;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.table;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.tokens;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hand-made panels are accepted (section 5 of the wire contract). */
class HandMadePanelTest {
    private static String refusal(String page) {
        return assertProblem(Problem.UNKNOWN_PAGE, () -> ReadPanel.of(page)).observed();
    }

    @Test
    void a_page_without_the_table_is_no_panel() throws Exception {
        assertFalse(
                ReadPanel.of("<html><table><tr><td>x</td></tr></table></html>").found());
        assertFalse(ReadPanel.of("<b>x").found());
        assertFalse(ReadPanel.of("").found());
    }

    @Test
    void a_panel_without_tokens_is_one_with_none() throws Exception {
        ReadPanel panel = ReadPanel.of(table(HEADER + "<tr><td colspan=3>You have no AuthTokens.</td></tr>"));
        assertTrue(panel.found());
        String wide = table("<tr id=headerrow><th colspan=99>x</th><th>Last used</th></tr>");
        assertTrue(ReadPanel.of(wide).found(), "100 columns");
        assertEquals(0, panel.rows());
        assertEquals(List.of("", "Description", "Last Accessed Time"), panel.columns());
        assertEquals(List.of(), panel.tokens(NOW, null));
    }

    @Test
    void what_is_not_whole_or_not_understood_is_refused() {
        assertEquals(
                "it is cut off in its table, after 1 rows",
                refusal("<table id=apitokenstbl>" + HEADER + row("h", "d", "-")));
        assertEquals("its table has no header", refusal(table("<tr><td>x</td></tr>")));
        assertEquals("its table has rows before any header", refusal(table(row("h", "d", "-") + HEADER)));
        assertEquals(
                "it offers to select all tokens, but shows none",
                refusal(table("<tr id=headerrow><th><a id=apitoken_check_all></a></th><th>Last used</th></tr>")));
        assertEquals(
                "it offers to select all tokens, but shows none",
                refusal("<input id=apitoken_check_all>" + table(HEADER)));
        assertEquals(
                "none of its 1 rows has a handle by which its token could be removed",
                refusal(table(HEADER + "<tr id=trow><td></td><td>d</td><td>-</td></tr>")));
        assertEquals(
                "no column is the Last Accessed Time among: Description | Created",
                refusal(table("<tr id=headerrow><th>Description</th><th>Created</th></tr>")));
        assertEquals(
                "several columns can be the Last Accessed Time among: Last used | Last access",
                refusal(table("<tr id=headerrow><th>Last used</th><th>Last access</th></tr>")));
        assertEquals(
                "its table has 101 columns",
                refusal(table("<tr id=headerrow><th colspan=99>x</th><th>Last used</th><th>y</th></tr>")));
    }

    @Test
    void a_table_that_ends_before_its_last_row_is_refused() throws Exception {
        String rows = row("a", "a", "2 days ago") + "</table>" + row("b", "b", "3 years ago") + row("c", "c", "-");
        assertEquals("2 of its tokens stand outside of its table", refusal(table(HEADER + rows)));
        assertEquals(
                1,
                ReadPanel.of("<a data-enctoken=''></a>" + table(HEADER + row("a", "a", "-")))
                        .rows());
    }

    @Test
    void a_first_row_of_header_cells_is_the_header() throws Exception {
        ReadPanel panel = ReadPanel.of(table("<thead><tr><th>Last used</th><th>Name</th></tr></thead><tbody>"
                + "<tr><td>3 days ago</td><td>n<a data-enctoken=h></a></td></tr></tbody>"));
        assertEquals("n", panel.tokens(NOW, null).get(0).description());
    }

    @Test
    void what_a_comment_or_a_nested_table_holds_is_no_row() throws Exception {
        String foreign = row("foreign", "foreign", "3 years ago");
        List<AuthToken> tokens = tokens("<!-- " + foreign + " -->"
                + row("h", "d<table>" + foreign.replace("data-enctoken", "data-x") + "</table>", "3 days ago"));
        assertEquals(1, tokens.size());
        assertEquals("h", tokens.get(0).handle().reveal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "textarea",
                "title",
                "xmp",
                "iframe",
                "noembed",
                "noframes",
                "plaintext",
                "script",
                "style",
                "select",
                "template"
            })
    void what_may_swallow_rows_makes_the_page_unknown(String name) {
        String open = "<" + name + ">";
        String close = "</" + name + ">";
        String a = row("a", "a", "2 days ago");
        String b = row("b", "b", "3 years ago");
        for (String rows : List.of(
                row("a", open, "2 days ago") + b,
                row("a", open + "x" + close, "2 days ago") + b,
                row("a", open, "2 days ago") + row("b", close, "3 years ago"))) {
            assertProblem(Problem.UNKNOWN_PAGE, () -> tokens(rows), rows);
        }
        // A parser moves these out of the table.
        for (String rows : List.of(
                a + open + b + close,
                open + a + close + b,
                a.replace("<td>", open + "<td>") + b.replace("</tr>", close + "</tr>"))) {
            assertTrue(refusedOrWhole(rows), rows);
        }
        String before = open.equals("<plaintext>") ? "" : open + "x" + close;
        assertDoesNotThrow(() -> ReadPanel.of(before + table(HEADER + a + b)), "in front of the table it is harmless");
    }

    private static boolean refusedOrWhole(String rows) {
        try {
            return tokens(rows).stream()
                    .map(token -> token.handle().reveal())
                    .toList()
                    .equals(List.of("a", "b"));
        } catch (CleanupException e) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a < b ",
                "<",
                "a <= \"b ",
                "<p don't>",
                "<p title=\"don't\">",
                "<p title='a > b'>",
                "<!-- don't = \" -->",
                "<!---->",
                "<!-- a > b -- > -->",
                "<!-- <p title=\" -->",
                "<script>if (a<b) x='it\"';</script>",
                "<style>a>b{content:'\"'}</style>",
                "<table><tr><td>another</td></tr></table>"
            })
    void what_stands_before_the_table_does_not_hide_that_it_is_cut_off(String before) throws Exception {
        String table = table(HEADER + row("h", "d", "-"));
        assertEquals(1, ReadPanel.of(before + table).rows());
        String cut = before + table.replace("</table>", "");
        assertEquals("it is cut off in its table, after 1 rows", refusal(cut));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- %s -->", "<!-- > %s -->", "<script>%s</script>", "<p title='%s'>", "<!-- %s"})
    void what_only_looks_like_the_table_is_none(String page) throws Exception {
        assertFalse(ReadPanel.of(page.replace("%s", "<table id=apitokenstbl><tr><td>x</td></tr></table>"))
                .found());
    }

    @Test
    void a_page_with_two_token_tables_is_refused() {
        String table = table(HEADER + row("h", "d", "-"));
        assertEquals("it has several token tables", refusal(table + table));
    }

    @Test
    void a_page_with_long_comments_is_read() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            rows.append(row("h" + i, "d<!--" + "x".repeat(10_000) + "-->", "2 days ago"));
        }
        assertEquals(120, tokens(rows.toString()).size());
    }

    @Test
    void the_csrf_pair_is_read_outside_of_the_table_only() throws Exception {
        String panel = table(HEADER + row("h", "<input type=hidden name=csr value=evil>", "-"));
        assertTrue(ReadPanel.of(panel).csrf().isEmpty());
        String field = "<input type=hidden name=iamcsrcoo value=v>";
        assertEquals("v", ReadPanel.of(field + panel).csrf().orElseThrow().value());
        assertEquals(
                new CsrfPair("n", "w"),
                ReadPanel.of(panel + "<script>var csrfParam = \"n=w\";</script>")
                        .csrf()
                        .orElseThrow());
    }
}
