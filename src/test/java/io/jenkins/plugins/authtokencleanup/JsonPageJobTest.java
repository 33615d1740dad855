package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;

/** The main job on a server with the JSON page, from the form to the report. */
class JsonPageJobTest extends OneJenkins {
    private static final int TOKENS = 24;
    private static final int STALE = 12;

    private static ServerSettings server() {
        return Fixture.server(TOKENS).accountsPage(AccountsPage.JSON);
    }

    @Test
    void a_job_is_configured_tested_saved_and_run_in_the_browser() throws Exception {
        try (AnalyticsServer server = server().start();
                JenkinsRule.WebClient web = jenkins.createWebClient()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            job.getBuildersList().add(new RemoveUnusedAuthTokensBuilder("", ""));
            HtmlPage page = web.getPage(job, "configure");
            web.waitForBackgroundJavaScript(10_000);
            HtmlForm form = page.getFormByName("config");
            form.getInputByName("_.serverUrl").setValue(server.url());
            form.getSelectByName("_.credentialsId").setSelectedAttribute(Fixture.CREDENTIALS, true);
            ((HtmlCheckBoxInput) form.getInputByName("_.preview")).setChecked(true);

            button(page, "Test connection").click();
            web.waitForBackgroundJavaScript(30_000);
            String tested = page.asNormalizedText();
            assertTrue(tested.contains("A cleanup would work"), tested);
            assertTrue(tested.contains("complete, with 24 AuthTokens; the JSON page"), tested);
            assertTrue(tested.contains("login page of the kind \"v2\""), tested);
            assertEquals(1, server.signInAttempts());
            jenkins.submit(form);

            Run<?, ?> build = Door.run(Result.SUCCESS, job);
            assertEquals(STALE, build.getAction(ReportAction.class).getWouldRemove());
            assertEquals(TOKENS, server.tokens().size());
            String report = web.getPage(build, "authtokens/").asNormalizedText();
            assertTrue(report.contains("Preview: 12 of 24 AuthTokens would be removed"), report);
            assertTrue(report.contains("stale-0") && report.contains("recently used"), report);
        }
    }

    private static HtmlElement button(HtmlPage page, String label) {
        for (DomNode button : page.querySelectorAll("button")) {
            if (button.getTextContent().strip().equals(label)) {
                return (HtmlElement) button;
            }
        }
        throw new AssertionError("There is no button " + label);
    }

    @ParameterizedTest
    @EnumSource
    void a_preview_changes_nothing_its_approval_removes_it_and_the_report_shows_it(Door door) throws Exception {
        try (AnalyticsServer server = server().start()) {
            Job<?, ?> job = door.job(server.url(), Map.of("preview", true));
            CleanupReport preview = Fixture.report(Door.run(Result.SUCCESS, job));
            assertEquals("json", preview.page());
            assertEquals(STALE, preview.counts().wouldRemove());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            server.use(server.tokens().get(0).id());
            Door.become(job, door.job(server.url(), Map.of("approvedPlan", preview.planFingerprint())));

            Run<?, ?> build = Door.run(Result.SUCCESS, job);

            assertEquals(Fixture.survivors(TOKENS, "stale-0"), Fixture.descriptions(server));
            Fixture.assertTruthful(TOKENS, server, build);
            assertEquals(
                    STALE - 1,
                    Fixture.descriptions(Fixture.report(build), TokenOutcome.REMOVED)
                            .size());
            jenkins.assertLogContains("Totals: 24 listed, 11 removed, 13 kept, 0 failed", build);
            assertShown(build);
            Door.become(job, door.job(server.url()));
            assertEquals(
                    0, Fixture.report(Door.run(Result.SUCCESS, job)).counts().removed());
            assertEquals(3, server.signInAttempts(), "one for each build");
        }
    }

    /** The page, both downloads and the remote API. */
    private static void assertShown(Run<?, ?> build) throws Exception {
        try (JenkinsRule.WebClient web = plainBrowser()) {
            String page = web.getPage(build, "authtokens/").asNormalizedText();
            assertTrue(page.contains("Removed 11 AuthTokens of 24 listed."), page);
            assertTrue(page.contains("stale-21"), page);
            assertTrue(page.contains("used again"), page);
            JSONObject json = JSONObject.fromObject(web.goTo(build.getUrl() + "authtokens/json", "application/json")
                    .getWebResponse()
                    .getContentAsString());
            assertEquals("json", json.getString("page"));
            assertEquals(TOKENS, json.getJSONArray("tokens").size());
            String csv = web.goTo(build.getUrl() + "authtokens/csv", "text/csv")
                    .getWebResponse()
                    .getContentAsString();
            assertEquals(11, csv.split(",REMOVED", -1).length - 1, csv);
            JSONObject remote =
                    web.getJSON(build.getUrl() + "authtokens/api/json").getJSONObject();
            assertEquals(11, remote.getInt("removed"));
        }
    }

    @Test
    void a_pipeline_previews_and_removes_in_one_build() throws Exception {
        try (AnalyticsServer server = server().start()) {
            Run<?, ?> build = Door.run(Result.SUCCESS, Door.pipeline("""
                            def p = removeUnusedAuthTokens(serverUrl: 'URL', credentialsId: 'analytics', preview: true)
                            def r = removeUnusedAuthTokens(serverUrl: 'URL', credentialsId: 'analytics',
                                approvedPlan: p.planFingerprint)
                            assert r.removed == p.wouldRemove && r.removed == 12
                            """.replace("URL", server.url())));
            assertEquals(Fixture.survivors(TOKENS), Fixture.descriptions(server));
            assertEquals(2, build.getActions(ReportAction.class).size());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "PIPELINE_ON_AGENT"})
    void a_grace_period_runs_from_build_to_build(Door door) throws Exception {
        TestClock clock = TestClock.at(Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS));
        ServerSettings settings = server().clock(clock);
        settings.tokens(Fixture.tokens(TOKENS).stream()
                .map(token -> token.lastAccessed() == null
                        ? token
                        : token.usedAt(token.lastAccessed().minus(Duration.ofDays(60))))
                .toList());
        try (AnalyticsServer server = settings.start()) {
            Job<?, ?> job = door.job(server.url(), Map.of("graceDays", 14));
            Run<?, ?> first = Door.run(Result.SUCCESS, job);
            Fixture.withOneClock(first);
            assertEquals(STALE, first.getAction(ReportAction.class).getInGrace());
            server.use(server.tokens().get(0).id());
            clock.advance(Duration.ofDays(14));

            Run<?, ?> second = Door.run(Result.SUCCESS, job);

            assertEquals(STALE - 1, second.getAction(ReportAction.class).getRemoved());
            assertTrue(Fixture.descriptions(server).contains("stale-0"));
        }
    }
}
