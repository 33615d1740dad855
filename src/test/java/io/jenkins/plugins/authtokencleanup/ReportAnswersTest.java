package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report's page answers first: what went or would go, how old it is, what else there is and why. */
class ReportAnswersTest extends OneJenkins {
    private static Run<?, ?> preview;
    private static CleanupReport report;

    /** A server with tokens of several ages, in no order, one of them in the future. */
    @BeforeAll
    static void preview() throws Exception {
        Instant now = Instant.now();
        try (AnalyticsServer server = AnalyticsServer.configure()
                .account(Fixture.ACCOUNT, Fixture.PASSWORD)
                .tokens(
                        TestToken.named("backup").usedDaysAgo(300, now),
                        TestToken.named("hours").usedAgo(Duration.ofMinutes(150), now),
                        TestToken.named("forty").usedDaysAgo(40, now),
                        TestToken.named("never").neverUsed(),
                        TestToken.named("oldest").usedAgo(Duration.ofHours(198 * 24 + 5), now),
                        TestToken.named("future").usedAgo(Duration.ofDays(-9), now),
                        TestToken.named("two days").usedAgo(Duration.ofHours(50), now))
                .start()) {
            preview = Door.FREESTYLE.build(Result.SUCCESS, server.url(), Map.of("preview", true, "protect", "back*"));
        }
        report = Fixture.report(preview);
    }

    private static HtmlPage page(String query) throws Exception {
        return plainBrowser().getPage(preview, "authtokens/" + query);
    }

    private static List<String> names(HtmlPage page) {
        return texts(page, "tr[data-outcome] .authtoken-name");
    }

    private static List<String> texts(DomNode within, String selector) {
        return within.querySelectorAll(selector).stream()
                .map(node ->
                        node.getTextContent().replaceAll("[\\s\u00a0]+", " ").strip())
                .toList();
    }

    @Test
    void what_would_go_comes_first_the_longest_unused_at_the_top_then_what_is_kept_by_reason() throws Exception {
        assertEquals(List.of("oldest", "forty", "two days", "hours", "backup", "never", "future"), names(page("")));
        assertEquals(report.tokens().stream().map(token -> token.description()).toList(), names(page("?sort=PAGE")));
    }

    @Test
    void the_age_is_beside_the_day_and_the_time_is_shown_on_hover() throws Exception {
        HtmlPage page = page("");
        List<String> last = texts(page, "tr[data-outcome] td:nth-child(2)");
        Instant oldest = report.tokens().get(4).lastAccessed();
        assertEquals("198 days ago" + oldest.toString().substring(0, 10), last.get(0));
        assertTrue(last.get(1).startsWith("40 days ago20"), last.get(1));
        assertTrue(last.get(2).startsWith("2 days ago20"), last.get(2));
        assertTrue(last.get(3).startsWith("2 hours ago20"), last.get(3));
        assertTrue(last.get(6).startsWith("in the future20"), last.get(6));
        DomElement time = page.querySelector("tr[data-outcome] time");
        assertEquals(
                oldest.toString().substring(0, 10) + " " + oldest.toString().substring(11, 19) + " UTC",
                time.getAttribute("title"));
        assertEquals(oldest, Instant.parse(time.getAttribute("datetime")));
    }

    /** Ages count from the report's time: they say what its plan is based on, also long after. */
    @Test
    void an_old_report_keeps_its_ages() throws Exception {
        String stored = preview.getRootDir() + "/authtoken-cleanup/report-1.json";
        Path file = Path.of(stored);
        String json = Files.readString(file);
        String later = json.replace(
                "\"serverTime\":\"" + report.serverTime() + "\"",
                "\"serverTime\":\"" + report.serverTime().plus(Duration.ofDays(5)) + "\"");
        assertFalse(later.equals(json), json);
        try {
            Files.writeString(file, later);
            assertTrue(texts(page(""), "time").get(0).startsWith("203 days ago"));
        } finally {
            Files.writeString(file, json);
        }
    }

    @Test
    void a_click_on_a_total_shows_just_what_it_counts() throws Exception {
        HtmlPage page = page("?search=nothing");
        assertEquals(List.of(), names(page));
        assertEquals(List.of("2 Would be removed", "5 Kept", "7 Listed"), texts(page, ".authtoken-total"));
        Map<String, List<String>> expected = Map.of(
                "WOULD_REMOVE", List.of("oldest", "forty"),
                "KEPT", List.of("two days", "hours", "backup", "never", "future"),
                "LISTED", List.of("oldest", "forty", "two days", "hours", "backup", "never", "future"),
                "RECENTLY_USED", List.of("two days", "hours"),
                "PROTECTED", List.of("backup"),
                "NEVER_USED", List.of("never"),
                "UNKNOWN_DATE", List.of("future"));
        assertEquals(
                expected.keySet(),
                page.querySelectorAll("[data-total]").stream()
                        .map(link -> ((DomElement) link).getAttribute("data-total"))
                        .collect(Collectors.toSet()));
        for (Map.Entry<String, List<String>> total : expected.entrySet()) {
            HtmlPage shown = page.<HtmlAnchor>querySelector("[data-total=" + total.getKey() + "]")
                    .click();
            assertEquals(total.getValue(), names(shown), total.getKey());
            List<DomNode> current = List.copyOf(shown.querySelectorAll("[data-total][aria-current]"));
            assertEquals(1, current.size(), total.getKey());
            assertEquals(total.getKey(), ((DomElement) current.get(0)).getAttribute("data-total"));
        }
    }

    @Test
    void a_filter_by_reason_stays_when_something_else_is_chosen() throws Exception {
        HtmlPage page = page("?outcome=KEPT&reason=RECENTLY_USED");
        assertEquals(
                "RECENTLY_USED",
                page.<DomElement>querySelector("select[name=reason] option[selected]")
                        .getAttribute("value"));
        assertEquals(List.of("Show all"), texts(page, ".authtoken-found a"));
        assertEquals(
                7,
                names(page.<HtmlAnchor>querySelector(".authtoken-found a").click())
                        .size());
        assertNull(page("").querySelector(".authtoken-found a"), "nothing is hidden");
    }

    @Test
    void several_warnings_are_one_block_that_folds_and_one_stands_alone() throws Exception {
        HtmlPage page = page("");
        assertEquals(2, report.warnings().size(), report.warnings().toString());
        DomElement block = page.querySelector("details.authtoken-warnings");
        assertTrue(block.hasAttribute("open"), "a warning is read before it is folded");
        assertEquals(List.of("2 warnings"), texts(block, "summary"));
        assertEquals(report.warnings(), texts(block, "li"));

        try (AnalyticsServer server = Fixture.server(3).start()) {
            Run<?, ?> other = Door.FREESTYLE.build(Result.SUCCESS, server.url(), Map.of("preview", true));
            assertEquals(1, Fixture.report(other).warnings().size());
            HtmlPage single = jenkins.createWebClient().getPage(other, "authtokens/");
            assertNull(single.querySelector("details.authtoken-warnings"));
            assertNotNull(single.querySelector("div.jenkins-alert-warning"));
        }
    }
}
