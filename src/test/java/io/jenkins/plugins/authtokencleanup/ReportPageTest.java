package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormat;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.experimentalflags.UserExperimentalFlagsProperty;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTableRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;

/** The report as people and programs see it, with more than a thousand tokens of every kind. */
class ReportPageTest extends OneJenkins {
    private static final int TOKENS = 1_050;
    private static final String SUBPAGE = "authtokens/";

    private static AnalyticsServer server;
    private static Run<?, ?> build;
    private static CleanupReport report;

    @BeforeAll
    static void previewAThousandTokens() throws Exception {
        server = AnalyticsServer.configure()
                .account(Fixture.ACCOUNT, Fixture.PASSWORD)
                .tokens(SampleTokens.list(Instant.now(), TOKENS, 7))
                .start();
        build = Door.FREESTYLE.build(Result.SUCCESS, server.url(), Map.of("preview", true));
        report = Fixture.report(build);
        assertEquals(TOKENS, report.tokens().size());
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_build_shows_the_report_on_the_old_page_and_on_the_new_one(boolean newBuildPage) throws Exception {
        String headline = build.getAction(ReportAction.class).getHeadline();
        try (JenkinsRule.WebClient web = visitor(newBuildPage)) {
            HtmlPage overview = web.getPage(build);
            assertTrue(overview.asNormalizedText().contains(headline), overview.asNormalizedText());
            assertNotNull(overview.querySelector("a[href$='authtokens/'], a[href$='authtokens']"));
            assertEquals(newBuildPage, overview.querySelector(".jenkins-card a[href*='authtokens']") != null);
            assertSafe(overview);

            HtmlPage page = web.getPage(build, SUBPAGE);
            assertTrue(page.asNormalizedText().contains(report.message()));
            DomElement details = page.querySelector("details.authtoken-details");
            assertFalse(details.hasAttribute("open"), "the fingerprint is for few people");
            assertTrue(details.getTextContent().contains(report.planFingerprint()));
            assertEquals(100, rows(page).size());
            assertSafe(page);

            HtmlPage job = web.getPage(build.getParent());
            assertSafe(job);
        }
    }

    private static JenkinsRule.WebClient visitor(boolean newBuildPage) throws Exception {
        String name = newBuildPage ? "new" : "old";
        User.getById(name, true)
                .addProperty(new UserExperimentalFlagsProperty(
                        Map.of("new-build-page.flag", Boolean.toString(newBuildPage))));
        return jenkins.createWebClient().login(name);
    }

    /** Without scripts, which the report does not need. */
    private static JenkinsRule.WebClient quickVisitor() throws Exception {
        JenkinsRule.WebClient web = visitor(false).withJavaScriptEnabled(false);
        web.getOptions().setCssEnabled(false);
        return web;
    }

    /** The policy is there, and nothing on the page would break it. */
    private static void assertSafe(HtmlPage page) {
        String policy = page.getWebResponse().getResponseHeaderValue("Content-Security-Policy");
        assertNotNull(policy);
        assertFalse(policy.contains("script-src 'unsafe-inline'"), policy);
        for (DomNode script : page.querySelectorAll("script:not([src])")) {
            String type = ((DomElement) script).getAttribute("type");
            assertEquals("application/json", type, script.asXml());
        }
        for (DomElement element : page.getDomElementDescendants()) {
            element.getAttributesMap().keySet().forEach(name -> assertFalse(name.startsWith("on"), element.asXml()));
        }
        assertNull(page.querySelector("img[src=x]"));
        assertFalse(page.getWebResponse().getContentAsString().contains("<script>alert"));
    }

    @Test
    void hostile_descriptions_are_shown_as_text() throws Exception {
        try (JenkinsRule.WebClient web = quickVisitor()) {
            HtmlPage page = web.getPage(build, SUBPAGE + "?search=%3Cscript%3E");
            assertEquals(
                    "<b>bold</b> <script>alert(1)</script>",
                    description(rows(page).get(0)));
            assertSafe(page);
            for (String nasty : List.of("onerror", "data-enctoken", "${user.home}", "bell", "right", "calc")) {
                HtmlPage found = web.getPage(build, SUBPAGE + "?search=" + Util.rawEncode(nasty));
                assertFalse(rows(found).isEmpty(), nasty);
                assertTrue(found.getWebResponse()
                        .getContentAsString()
                        .chars()
                        .noneMatch(c -> c == 0x1b || c == 0x7 || c >= 0x202a && c <= 0x202e));
                assertSafe(found);
            }
            HtmlPage echoed = web.getPage(
                    build,
                    SUBPAGE + "?search=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&outcome=%3Cb%3E&sort=x&page=-1");
            assertSafe(echoed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', PAGE",
        "grafana, '', OLDEST",
        "'', WOULD_REMOVE, NEWEST",
        "BILLING, KEPT, DESCRIPTION",
        "10.2, '', OUTCOME",
        "nothing has this name, '', PAGE"
    })
    void search_filter_and_order_lead_through_all_pages(String search, String outcome, String sort) throws Exception {
        List<String> expected = expected(search, outcome);
        List<String> seen = new ArrayList<>();
        try (JenkinsRule.WebClient web = quickVisitor()) {
            HtmlPage first = web.getPage(build, SUBPAGE);
            HtmlForm form = (HtmlForm) first.querySelector("form.authtoken-search");
            form.getInputByName("search").setValue(search);
            form.getSelectByName("outcome").setSelectedAttribute(outcome, true);
            form.getSelectByName("sort").setSelectedAttribute(sort, true);
            HtmlPage page = jenkins.submit(form);
            DomElement next;
            do {
                rows(page).forEach(row -> seen.add(description(row)));
                next = page.querySelector("a[rel=next]");
                page = next == null ? page : next.click();
            } while (next != null);
            assertSafe(page);
        }
        if (sort.equals("DESCRIPTION")) {
            assertEquals(seen.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), seen);
        }
        assertEquals(expected.stream().sorted().toList(), seen.stream().sorted().toList());
    }

    private static List<String> expected(String search, String outcome) {
        return report.tokens().stream()
                .filter(token -> outcome.isEmpty() || token.outcome().name().equals(outcome))
                .filter(token -> (token.description() + "\n" + String.join("\n", token.scopes()) + "\n"
                                + token.ipAddress() + "\n" + token.id() + "\n"
                                + token.reason().words())
                        .toLowerCase()
                        .contains(search.toLowerCase()))
                .map(token -> SafeText.of(token.description()).strip())
                .toList();
    }

    @Test
    void ordered_by_last_access_the_oldest_come_first_and_the_unknown_last() throws Exception {
        try (JenkinsRule.WebClient web = quickVisitor()) {
            HtmlPage page = web.getPage(build, SUBPAGE + "?sort=OLDEST");
            Instant oldest = report.tokens().stream()
                    .map(TokenReport::lastAccessed)
                    .filter(time -> time != null)
                    .min(Instant::compareTo)
                    .orElseThrow();
            assertEquals(
                    oldest.truncatedTo(ChronoUnit.SECONDS)
                            .toString()
                            .replace("T", " ")
                            .replace("Z", " UTC"),
                    rows(page).get(0).<DomElement>querySelector("time").getAttribute("title"));
        }
    }

    private static String description(HtmlTableRow row) {
        return row.querySelector(".authtoken-name").getTextContent().strip();
    }

    private static List<HtmlTableRow> rows(HtmlPage page) {
        return page.querySelectorAll("tr[data-outcome]").stream()
                .map(HtmlTableRow.class::cast)
                .toList();
    }

    @Test
    void downloads_are_what_the_engine_writes() throws Exception {
        assertDownload("json", "application/json", ReportFormat.JSON);
        assertDownload("csv", "text/csv", ReportFormat.CSV);
    }

    private static void assertDownload(String format, String type, ReportFormat written) throws Exception {
        try (JenkinsRule.WebClient web = quickVisitor()) {
            var answer = web.goTo(build.getUrl() + SUBPAGE + format, type).getWebResponse();
            assertArrayEquals(
                    written.text(report).getBytes(StandardCharsets.UTF_8),
                    answer.getContentAsStream().readAllBytes());
            assertEquals(
                    "attachment; filename=\"authtokens-1." + format + "\"",
                    answer.getResponseHeaderValue("Content-Disposition"));
            assertEquals("nosniff", answer.getResponseHeaderValue("X-Content-Type-Options"));
        }
    }

    @Test
    void the_remote_api_has_the_counts() throws Exception {
        try (JenkinsRule.WebClient web = quickVisitor()) {
            JSONObject action =
                    web.getJSON(build.getUrl() + SUBPAGE + "api/json").getJSONObject();
            JSONObject inBuild = web.getJSON(build.getUrl() + "api/json?tree=actions[listed,wouldRemove,kept,outcome]")
                    .getJSONObject();
            for (JSONObject json : List.of(action, (JSONObject) inBuild.getJSONArray("actions").stream()
                    .filter(one -> ((JSONObject) one).has("listed"))
                    .findFirst()
                    .orElseThrow())) {
                assertEquals(TOKENS, json.getInt("listed"));
                assertEquals(report.counts().wouldRemove(), json.getInt("wouldRemove"));
                assertEquals(report.counts().kept(), json.getInt("kept"));
                assertEquals("DONE", json.getString("outcome"));
            }
            assertEquals(report.planFingerprint(), action.getString("planFingerprint"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_build_whose_report_is_gone_still_has_its_pages(boolean newBuildPage) throws Exception {
        try (AnalyticsServer small = Fixture.server(4).start()) {
            Run<?, ?> other = Door.FREESTYLE.build(Result.SUCCESS, small.url(), Map.of());
            Path file = other.getRootDir().toPath().resolve("authtoken-cleanup/report-1.json");
            for (String content : new String[] {null, "{\"schema\":2}"}) {
                if (content == null) {
                    Files.delete(file);
                } else {
                    Files.writeString(file, content);
                }
                try (JenkinsRule.WebClient web = visitor(newBuildPage)) {
                    web.getPage(other);
                    web.getPage(other.getParent());
                    HtmlPage page = web.getPage(other, SUBPAGE);
                    assertTrue(
                            page.asNormalizedText().contains("2 of 4 AuthTokens")
                                    || page.asNormalizedText().contains("Removed 2"),
                            page.asNormalizedText());
                    assertSafe(page);
                }
            }
        }
    }
}
