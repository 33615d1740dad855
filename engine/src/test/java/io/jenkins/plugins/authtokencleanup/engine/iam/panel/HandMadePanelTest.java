package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Panels that are built otherwise than the test server builds them (section 5 of the wire contract). */
class HandMadePanelTest {
    private static final Instant NOW = Instant.parse("2026-06-20T08:00:00Z");
    private static final String HEADER = "<tr id=headerrow><th></th><th>Description</th><th>Last Accessed Time</th></tr>";

    private static ReadPanel read(String page) throws CleanupException {
        return ReadPanel.of(page);
    }

    private static List<AuthToken> tokens(String rows) throws CleanupException {
        return read(table(HEADER + rows)).tokens(NOW, ZoneId.of("UTC"));
    }

    private static AuthToken token(String row) throws CleanupException {
        List<AuthToken> tokens = tokens(row + row("sibling", "sibling", "2 days ago"));
        assertEquals(2, tokens.size());
        return tokens.get(0);
    }

    private static String table(String rows) {
        return "<table id=\"apitokenstbl\">" + rows + "</table>";
    }

    private static String row(String handle, String description, String time) {
        return "<tr id=trow><td><a data-enctoken='" + handle + "'></a></td><td>" + description + "</td><td>" + time
                + "</td></tr>";
    }

    private static String refusal(String page) {
        return assertProblem(Problem.UNKNOWN_PAGE, () -> read(page)).observed();
    }

    @Test
    void a_page_without_the_table_is_no_panel() throws Exception {
        assertFalse(read("<html><table><tr><td>x</td></tr></table></html>").found());
        assertFalse(read("<b>x").found());
        assertFalse(read("").found());
    }

    @Test
    void a_panel_without_tokens_is_one_with_none() throws Exception {
        ReadPanel reader = read(table(HEADER + "<tr><td colspan=3>You have no AuthTokens.</td></tr>"));
        assertTrue(reader.found());
        assertTrue(read(table("<tr id=headerrow><th colspan=99>x</th><th>Last used</th></tr>")).found(), "100 columns");
        assertEquals(0, reader.rows());
        assertEquals(List.of("", "Description", "Last Accessed Time"), reader.columns());
        assertEquals(List.of(), reader.tokens(NOW, null));
    }

    @Test
    void what_is_not_whole_or_not_understood_is_refused() {
        assertEquals("it is cut off in its table, after 1 rows", refusal("<table id=apitokenstbl>" + HEADER + row("h", "d", "-")));
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
        assertEquals(1, read("<a data-enctoken=''></a>" + table(HEADER + row("a", "a", "-"))).rows());
    }

    @Test
    void a_first_row_of_header_cells_is_the_header() throws Exception {
        ReadPanel reader = read(table("<thead><tr><th>Last used</th><th>Name</th></tr></thead><tbody>"
                + "<tr><td>3 days ago</td><td>n<a data-enctoken=h></a></td></tr></tbody>"));
        assertEquals("n", reader.tokens(NOW, null).get(0).description());
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
                "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext", "script", "style", "select", "template"
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
        assertDoesNotThrow(() -> read(before + table(HEADER + a + b)), "in front of the table it swallows nothing of it");
    }

    private static boolean refusedOrWhole(String rows) {
        try {
            return tokens(rows).stream().map(token -> token.handle().reveal()).toList().equals(List.of("a", "b"));
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
        assertEquals(1, read(before + table).rows());
        String cut = before + table.replace("</table>", "");
        assertEquals("it is cut off in its table, after 1 rows", refusal(cut));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- %s -->", "<!-- > %s -->", "<script>%s</script>", "<p title='%s'>", "<!-- %s"})
    void what_only_looks_like_the_table_is_none(String page) throws Exception {
        assertFalse(read(page.replace("%s", "<table id=apitokenstbl><tr><td>x</td></tr></table>")).found());
    }

    @Test
    void a_page_with_two_token_tables_is_refused() {
        String table = table(HEADER + row("h", "d", "-"));
        assertEquals("it has several token tables", refusal(table + table));
    }

    @Test
    void cells_that_do_not_fit_the_header_leave_the_time_unread() throws Exception {
        for (String row : List.of(
                "<tr id=trow><td><a data-enctoken=h></a></td><td>3 years ago</td></tr>",
                "<tr id=trow><td><a data-enctoken=h></a></td><td>d</td><td>3 years ago</td><td></td></tr>",
                "<tr id=trow><td colspan=2><a data-enctoken=h></a></td><td>d</td><td>3 years ago</td></tr>")) {
            assertInstanceOf(LastAccess.Unreadable.class, token(row).lastAccess(), row);
        }
        String spanning = "<tr id=trow><td colspan=2><a data-enctoken=h></a></td><td>3 days ago</td></tr>";
        assertEquals(NOW.minusSeconds(3 * 86_400), token(spanning).lastAccess().latest());
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'a,b', false", "'a b', false", "'a\tb', false", "abc, true", "' abc ', true", "'a\u007fb', false"})
    void a_handle_that_can_not_be_sent_alone_is_none(String handle, boolean usable) throws Exception {
        AuthToken token = token(row(handle, "d", "-"));
        assertEquals(usable ? "abc" : null, token.handle() == null ? null : token.handle().reveal());
    }

    @Test
    void a_handle_of_4096_characters_is_the_longest() throws Exception {
        assertEquals(4_096, token(row("h".repeat(4_096), "d", "-")).handle().reveal().length());
        assertNull(token(row("h".repeat(4_097), "d", "-")).handle());
    }

    @Test
    void two_handles_in_a_row_name_no_token_and_the_same_one_twice_does() throws Exception {
        assertNull(token(row("h", "<a data-enctoken=other></a>", "-")).handle());
        assertEquals("h", token(row("h", "<a data-enctoken=h></a>", "-")).handle().reveal());
    }

    @Test
    void a_shortened_description_is_completed_by_its_title() throws Exception {
        assertEquals("a long name", token(row("h", "<span title='a long name'>a lon...</span>", "-")).description());
        assertEquals("a long name", token(row("h", "<span title='a long name'>a lon…</span>", "-")).description());
        assertEquals("a lon...", token(row("h", "<span title='another'>a lon...</span>", "-")).description());
        assertEquals("short", token(row("h", "<span title='short one'>short</span>", "-")).description());
        assertEquals("two words", token(row("h", " two&nbsp;\n\u202f words ", "-")).description());
        assertEquals("ends", token(row("h", "&nbsp;ends\u202f", "-")).description());
        for (String blank : List.of("&nbsp;", "&#x202f;", "&nbsp;&#x202f;")) {
            String shortened = "<span title='" + blank + "a long name'>a lon...</span>";
            assertEquals("a long name", token(row("h", shortened, "-")).description());
        }
        assertEquals("a b", token(row("h", "&#x202f;a&#x202f;b", "-")).description());
        assertEquals(2_000, token(row("h", "x".repeat(2_000), "-")).description().length());
        assertEquals(2_000, token(row("h", "x".repeat(2_001), "-")).description().length());
    }

    @Test
    void the_title_of_a_cell_or_of_what_is_in_it_tells_the_time() throws Exception {
        String date = "Tue May 12 10:30:11 UTC 2026";
        Instant instant = Instant.parse("2026-05-12T10:30:11Z");
        String own = row("h", "d", "x").replace("<td>x<", "<td title='" + date + "'>39 days ago<");
        assertEquals(instant, token(own).lastAccess().latest());
        String inner = row("h", "d", "<i>a</i><span title='" + date + "'>39 days ago</span>").replace("<i>a</i>", "");
        assertEquals(instant, token(inner).lastAccess().latest());
        assertEquals("39 days ago", token(inner).lastAccessText());
    }

    @Test
    void a_date_that_can_be_read_one_way_only_tells_how_all_others_are_read() throws Exception {
        String clear = row("a", "a", "25/05/2026 10:00:00");
        String open = row("b", "b", "05/06/2026 10:00:00");
        for (String rows : List.of(clear + open, open + clear)) {
            AuthToken token = tokens(rows).get(rows.startsWith(open) ? 0 : 1);
            assertEquals(new LastAccess.At(Instant.parse("2026-06-05T10:00:00Z")), token.lastAccess());
        }
    }

    @Test
    void scopes_are_told_with_their_services_in_any_form() throws Exception {
        String header = "<tr id=headerrow><th>Scopes</th><th>Last used</th><th>Created</th><th>AuthToken</th><th>IP</th></tr>";
        String rest = "</td><td>3 days ago</td><td>2026-05-01 10:00:00</td><td>1234567*</td><td>10.0.0.1</td></tr>";
        String begin = "<tr id=trow><td><a data-enctoken=";
        List<AuthToken> tokens = read(table(header
                        + begin + "a></a><table class=scopetbl><tr><td>Service name</td><td>Scope name</td></tr>"
                        + "<tr><td>ZROP</td><td>api</td></tr><tr><td>ZROP</td><td>api</td></tr><tr><td>one</td></tr></table>"
                        + rest
                        + begin + "b></a><table class=scopetbl><tr><td>x</td><td>Scope</td></tr></table>" + rest
                        + begin + "c></a>ZROP/api, CRM/api ,," + rest))
                .tokens(NOW, ZoneId.of("UTC"));
        assertEquals(List.of("ZROP/api", "one"), tokens.get(0).scopes());
        assertEquals(List.of("x", "Scope"), tokens.get(1).scopes());
        assertEquals(List.of("ZROP/api", "CRM/api"), tokens.get(2).scopes());
        assertEquals(Instant.parse("2026-05-01T10:00:00Z"), tokens.get(0).created().latest());
        assertEquals("10.0.0.1", tokens.get(0).ipAddress());
        assertEquals(16, tokens.get(0).mark().length());
        assertEquals(tokens.get(0).mark(), tokens.get(1).mark());
    }

    @Test
    void scopes_are_found_whichever_column_of_their_table_is_first() throws Exception {
        String header = "<tr id=headerrow><th>Scopes</th><th>Last used</th></tr>";
        String begin = "<tr id=trow><td><a data-enctoken=";
        List<AuthToken> tokens = read(table(header
                        + begin + "a></a><table class=scopetbl><tr><td>Scope</td><td>Service</td></tr>"
                        + "<tr><td>api</td><td>ZROP</td></tr></table></td><td>-</td></tr>"
                        + begin + "b></a><table class=scopetbl><tr><td>Scope names</td></tr>"
                        + "<tr><td>api</td></tr></table></td><td>-</td></tr>"))
                .tokens(NOW, null);
        assertEquals(List.of("ZROP/api"), tokens.get(0).scopes());
        assertEquals(List.of("api"), tokens.get(1).scopes());
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
    void a_mark_tells_tokens_apart_and_is_not_what_is_shown() throws Exception {
        String header = "<tr id=headerrow><th>AuthToken</th><th>Last used</th></tr>";
        List<AuthToken> tokens = read(table(header
                        + "<tr id=trow><td>12345678<a data-enctoken=a></a></td><td>-</td></tr>"
                        + "<tr id=trow><td>12345679<a data-enctoken=b></a></td><td>-</td></tr>"
                        + "<tr id=trow><td>1234567<a data-enctoken=c></a></td><td>-</td></tr>"))
                .tokens(NOW, null);
        assertNotEquals(tokens.get(0).mark(), tokens.get(1).mark());
        assertFalse(tokens.get(0).mark().contains("12345678"));
        assertEquals("", tokens.get(2).mark());
        assertNull(tokens.get(0).created());
    }

    @Test
    void the_csrf_pair_is_read_outside_of_the_table_only() throws Exception {
        String panel = table(HEADER + row("h", "<input type=hidden name=csr value=evil>", "-"));
        assertTrue(read(panel).csrf().isEmpty());
        assertEquals("v", read("<input type=hidden name=iamcsrcoo value=v>" + panel).csrf().orElseThrow().value());
        assertEquals(
                new CsrfPair("n", "w"),
                read(panel + "<script>var csrfParam = \"n=w\";</script>").csrf().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "Last Accessed Time, LAST_ACCESSED",
        "last_used, LAST_ACCESSED",
        "Last usage, LAST_ACCESSED",
        "Last Accessed IP, IP_ADDRESS",
        "Last used by, OTHER",
        "Last access location, OTHER",
        "IP Address, IP_ADDRESS",
        "Created Time, CREATED",
        "Generated on, CREATED",
        "Scope, SCOPES",
        "Display Name, DESCRIPTION",
        "Token Name, DESCRIPTION",
        "Action, ACTION",
        "Remove, ACTION",
        "AuthToken, TOKEN",
        "Tokens, TOKEN",
        "Owner, OTHER",
        "Blast used, OTHER",
        "Elastic access, OTHER"
    })
    void a_column_is_what_its_header_means(String header, PanelColumn column) {
        assertEquals(column, PanelColumn.of(header));
    }
}
