package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {
    private static final Instant NOW = FiveTokens.NOW;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RELATIVE_WITH_TITLE    | <td class='lastaccess' title=\"Tue May 12 10:30:11 IST 2026\">30&nbsp;days ago</td>",
                "RELATIVE_ONLY          | <td>30&nbsp;days ago</td>",
                "ABSOLUTE               | <td>Tue May 12 10:30:11 IST 2026</td>",
                "ISO_OFFSET             | <td>2026-05-12T10:30:11+05:30</td>",
                "ISO_INSTANT            | <td>2026-05-12T05:00:11Z</td>",
                "ISO_LOCAL              | <td>2026-05-12 10:30:11</td>",
                "DAY_MONTH_TEXT         | <td>12 May 2026 10:30:11</td>",
                "DAY_MONTH_TEXT_NO_TIME | <td>12-May-2026</td>",
                "DAY_MONTH_NUMERIC      | <td>12/05/2026 10:30</td>",
                "DAY_MONTH_NUMERIC_NO_TIME | <td>12/05/2026</td>",
                "FRENCH                 | <td>mardi 12 mai 2026 \u00e0 10 h 30</td>"
            })
    void a_date_is_written_in_the_style_and_zone_asked_for(DateStyle style, String cell) {
        String panel = panel(AnalyticsServer.configure()
                .dateStyle(style)
                .zone(ZoneId.of("Asia/Kolkata"))
                .tokens(TestToken.named("x").usedDaysAgo(30, NOW)));
        assertTrue(panel.contains(cell), panel);
    }

    @Test
    void relative_dates_are_floored_and_under_one_hour_they_are_absolute() {
        String panel = panel(AnalyticsServer.configure()
                .tokens(
                        TestToken.named("a").usedAgo(Duration.ofDays(13).minusSeconds(1), NOW),
                        TestToken.named("b").usedAgo(Duration.ofHours(4).minusSeconds(1), NOW),
                        TestToken.named("c").usedAgo(Duration.ofHours(1), NOW),
                        TestToken.named("d").usedAgo(Duration.ofMinutes(59), NOW),
                        TestToken.named("e").usedAgo(Duration.ofDays(-2), NOW)));
        assertEquals(
                List.of(
                        "12&nbsp;days ago",
                        "3&nbsp;hours ago",
                        "1&nbsp;hour ago",
                        "Thu Jun 11 04:01:11 UTC 2026",
                        "Sat Jun 13 05:00:11 UTC 2026"),
                BareSession.all(panel, "<td class='lastaccess' title=\"[^\"]*\">([^<]*)</td>"));
    }

    @ParameterizedTest
    @CsvSource({
        "DASH, <td>-</td>",
        "BLANK, <td>&nbsp;</td>",
        "NEVER_WORD, <td>Never</td>",
        "CREATION_TIME, <td>2020-02-29T08:15:30Z</td>"
    })
    void a_token_never_used_is_shown_in_the_style_asked_for(NeverUsedStyle style, String cell) {
        String panel = panel(AnalyticsServer.configure()
                .dateStyle(DateStyle.ISO_INSTANT)
                .neverUsedStyle(style)
                .tokens(TestToken.named("x")));
        assertTrue(panel.contains(cell), panel);
    }

    @Test
    void columns_come_in_the_order_asked_for() {
        String panel = panel(AnalyticsServer.configure()
                .columns(Column.EXTRA, Column.LAST_ACCESSED, Column.EXTRA, Column.CREATED, Column.DESCRIPTION)
                .header(Column.LAST_ACCESSED, "Last Used On"));
        assertEquals(
                List.of("", "Status", "Last&nbsp;Used&nbsp;On", "Owner", "Created&nbsp;Time", "Description"),
                BareSession.all(panel, "<th>([^<]*)</th>"));
    }

    @Test
    void texts_are_escaped_and_scopes_are_nested() {
        String panel = panel(AnalyticsServer.configure()
                .tokens(TestToken.named("<script>\"&' \u20ac").withScopes("ZROP/reportsapi", "A/b&c")));
        assertTrue(panel.contains("<td>&lt;script&gt;&quot;&amp;&#39; \u20ac</td>"), panel);
        assertTrue(panel.contains("<tr><td>b&amp;c</td><td>A</td></tr>\n</tbody></table></td>"), panel);
    }

    @Test
    void handles_can_be_left_out_and_the_password_can_be_wanted_again() {
        TestToken token = TestToken.named("x");
        String without = panel(AnalyticsServer.configure().handlesOnPage(false).tokens(token));
        assertTrue(without.contains("id=\"trow\""));
        assertTrue(BareSession.handles(without).isEmpty());
        String again = panel(AnalyticsServer.configure().reauthenticate(true).tokens(token));
        assertTrue(again.startsWith("{\"cause\":\"invalid_password_token\",\"redirect_url\":"), again);
    }

    @Test
    void without_tokens_there_is_a_table_but_no_box_for_all() {
        String panel = panel(AnalyticsServer.configure());
        assertTrue(panel.contains("id=\"headerrow\"") && panel.contains("no active AuthTokens"), panel);
        assertFalse(panel.contains("apitoken_check_all"));
        assertTrue(
                panel(AnalyticsServer.configure().tokens(TestToken.named("x"))).contains("apitoken_check_all"));
    }

    @Test
    void a_masked_token_does_not_show_itself() {
        TestToken token = TestToken.named("x");
        assertTrue(panel(AnalyticsServer.configure().tokens(token)).contains(token.clearText()));
        assertFalse(
                panel(AnalyticsServer.configure().tokenText(TokenText.MASKED).tokens(token))
                        .contains(token.clearText()));
    }

    private static String panel(ServerSettings settings) {
        try (AnalyticsServer server = settings.clock(TestClock.at(NOW)).start()) {
            BareSession session = new BareSession(server);
            session.signIn(LoginGeneration.CLASSIC);
            return session.panel().body();
        }
    }
}
