package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.NOW;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.row;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.table;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.token;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one row of a hand-made panel says (section 5 of the wire contract). */
class HandMadeRowTest {
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
    @CsvSource({
        "'', false",
        "'a,b', false",
        "'a b', false",
        "'a\tb', false",
        "abc, true",
        "' abc ', true",
        "'a\u007fb', false"
    })
    void a_handle_that_can_not_be_sent_alone_is_none(String handle, boolean usable) throws Exception {
        AuthToken token = token(row(handle, "d", "-"));
        assertEquals(
                usable ? "abc" : null,
                token.handle() == null ? null : token.handle().reveal());
    }

    @Test
    void a_handle_of_4096_characters_is_the_longest() throws Exception {
        assertEquals(
                4_096, token(row("h".repeat(4_096), "d", "-")).handle().reveal().length());
        assertNull(token(row("h".repeat(4_097), "d", "-")).handle());
    }

    @Test
    void two_handles_in_a_row_name_no_token_and_the_same_one_twice_does() throws Exception {
        assertNull(token(row("h", "<a data-enctoken=other></a>", "-")).handle());
        assertEquals(
                "h", token(row("h", "<a data-enctoken=h></a>", "-")).handle().reveal());
    }

    @Test
    void a_shortened_description_is_completed_by_its_title() throws Exception {
        assertEquals(
                "a long name",
                token(row("h", "<span title='a long name'>a lon...</span>", "-"))
                        .description());
        assertEquals(
                "a long name",
                token(row("h", "<span title='a long name'>a lon…</span>", "-")).description());
        assertEquals(
                "a lon...",
                token(row("h", "<span title='another'>a lon...</span>", "-")).description());
        assertEquals(
                "short",
                token(row("h", "<span title='short one'>short</span>", "-")).description());
        assertEquals(
                "two words", token(row("h", " two&nbsp;\n\u202f words ", "-")).description());
        assertEquals("ends", token(row("h", "&nbsp;ends\u202f", "-")).description());
        for (String blank : List.of("&nbsp;", "&#x202f;", "&nbsp;&#x202f;")) {
            String shortened = "<span title='" + blank + "a long name'>a lon...</span>";
            assertEquals("a long name", token(row("h", shortened, "-")).description());
        }
        assertEquals("a b", token(row("h", "&#x202f;a&#x202f;b", "-")).description());
        assertEquals(
                2_000, token(row("h", "x".repeat(2_000), "-")).description().length());
        assertEquals(
                2_000, token(row("h", "x".repeat(2_001), "-")).description().length());
    }

    @Test
    void the_time_is_in_the_title_of_the_cell_or_of_an_element_in_it() throws Exception {
        String date = "Tue May 12 10:30:11 UTC 2026";
        Instant instant = Instant.parse("2026-05-12T10:30:11Z");
        String own = row("h", "d", "x").replace("<td>x<", "<td title='" + date + "'>39 days ago<");
        assertEquals(instant, token(own).lastAccess().latest());
        String inner = row("h", "d", "<i>a</i><span title='" + date + "'>39 days ago</span>")
                .replace("<i>a</i>", "");
        assertEquals(instant, token(inner).lastAccess().latest());
        assertEquals("39 days ago", token(inner).lastAccessText());
    }

    @Test
    void of_several_titles_none_is_the_time() throws Exception {
        String made = "<i title='Sun May 12 10:30:11 UTC 2024'></i>";
        String used = "<span title='Thu Jun 18 08:00:00 UTC 2026'>vor 2 Tagen</span>";
        assertInstanceOf(
                LastAccess.Unreadable.class, token(row("h", "d", made + used)).lastAccess());
        assertEquals(
                NOW.minusSeconds(2 * 86_400),
                token(row("h", "d", made + used.replace("vor 2 Tagen", "2 days ago")))
                        .lastAccess()
                        .latest());
        assertEquals(
                Instant.parse("2026-06-18T08:00:00Z"),
                token(row("h", "d", used + used)).lastAccess().latest());
    }

    @Test
    void an_unambiguous_date_decides_how_all_others_are_read() throws Exception {
        String clear = row("a", "a", "25/05/2026 10:00:00");
        String open = row("b", "b", "05/06/2026 10:00:00");
        for (String rows : List.of(clear + open, open + clear)) {
            AuthToken token = tokens(rows).get(rows.startsWith(open) ? 0 : 1);
            assertEquals(new LastAccess.At(Instant.parse("2026-06-05T10:00:00Z")), token.lastAccess());
        }
    }

    @Test
    void scopes_are_read_with_their_services_in_any_form() throws Exception {
        String header =
                "<tr id=headerrow><th>Scopes</th><th>Last used</th><th>Created</th><th>AuthToken</th><th>IP</th></tr>";
        String rest = "</td><td>3 days ago</td><td>2026-05-01 10:00:00</td><td>1234567*</td><td>10.0.0.1</td></tr>";
        String begin = "<tr id=trow><td><a data-enctoken=";
        List<AuthToken> tokens = ReadPanel.of(table(header
                        + begin + "a></a><table class=scopetbl><tr><td>Service name</td><td>Scope name</td></tr>"
                        + "<tr><td>ZROP</td><td>api</td></tr><tr><td>ZROP</td><td>api</td></tr><tr><td>one</td></tr></table>"
                        + rest
                        + begin + "b></a><table class=scopetbl><tr><td>x</td><td>Scope</td></tr></table>" + rest
                        + begin + "c></a>ZROP/api, CRM/api ,," + rest))
                .tokens(NOW, ZoneId.of("UTC"));
        assertEquals(List.of("ZROP/api", "one"), tokens.get(0).scopes());
        assertEquals(List.of("x", "Scope"), tokens.get(1).scopes());
        assertEquals(List.of("ZROP/api", "CRM/api"), tokens.get(2).scopes());
        assertEquals(
                Instant.parse("2026-05-01T10:00:00Z"), tokens.get(0).created().latest());
        assertEquals("10.0.0.1", tokens.get(0).ipAddress());
        assertEquals(16, tokens.get(0).mark().length());
        assertEquals(tokens.get(0).mark(), tokens.get(1).mark());
    }

    @Test
    void scopes_are_found_whichever_column_of_their_table_is_first() throws Exception {
        String header = "<tr id=headerrow><th>Scopes</th><th>Last used</th></tr>";
        String begin = "<tr id=trow><td><a data-enctoken=";
        List<AuthToken> tokens = ReadPanel.of(table(header
                        + begin + "a></a><table class=scopetbl><tr><td>Scope</td><td>Service</td></tr>"
                        + "<tr><td>api</td><td>ZROP</td></tr></table></td><td>-</td></tr>"
                        + begin + "b></a><table class=scopetbl><tr><td>Scope names</td></tr>"
                        + "<tr><td>api</td></tr></table></td><td>-</td></tr>"))
                .tokens(NOW, null);
        assertEquals(List.of("ZROP/api"), tokens.get(0).scopes());
        assertEquals(List.of("api"), tokens.get(1).scopes());
    }

    @Test
    void a_mark_distinguishes_tokens_and_does_not_contain_the_text_shown() throws Exception {
        String header = "<tr id=headerrow><th>AuthToken</th><th>Last used</th></tr>";
        List<AuthToken> tokens = ReadPanel.of(table(header
                        + "<tr id=trow><td>12345678<a data-enctoken=a></a></td><td>-</td></tr>"
                        + "<tr id=trow><td>12345679<a data-enctoken=b></a></td><td>-</td></tr>"
                        + "<tr id=trow><td>1234567<a data-enctoken=c></a></td><td>-</td></tr>"))
                .tokens(NOW, null);
        assertNotEquals(tokens.get(0).mark(), tokens.get(1).mark());
        assertFalse(tokens.get(0).mark().contains("12345678"));
        assertEquals("", tokens.get(2).mark());
        assertNull(tokens.get(0).created());
    }
}
