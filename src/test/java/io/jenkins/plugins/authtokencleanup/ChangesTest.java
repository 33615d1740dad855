package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a report's page, the log and the job's page say about the runs before. */
@WithJenkins
class ChangesTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Fixture.addCredentials();
    }

    private FreeStyleProject preview(AnalyticsServer server) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        RemoveUnusedAuthTokensBuilder step = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
        step.setPreview(true);
        job.getBuildersList().add(step);
        return job;
    }

    private String section(Run<?, ?> build, String tab) throws Exception {
        HtmlPage page = jenkins.createWebClient().getPage(build, tab);
        DomElement section = page.querySelector(".authtoken-changes");
        return section == null
                ? null
                : section.getTextContent().replaceAll("[\\s\u00a0]+", " ").strip();
    }

    @Test
    void a_report_says_what_is_new_gone_and_used_again_since_the_one_before() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            FreeStyleProject job = preview(server);
            FreeStyleBuild first = jenkins.buildAndAssertSuccess(job);
            assertEquals(null, section(first, "authtokens"), "there is nothing to compare with");
            server.use(server.tokenIds().get(0));
            server.removeToken(server.tokenIds().get(2));
            for (int i = 0; i < 25; i++) {
                server.addToken(TestToken.named("<b>new</b> " + i));
            }

            FreeStyleBuild second = jenkins.buildAndAssertSuccess(job);

            String said = section(second, "authtokens");
            assertTrue(
                    said.startsWith(
                            "Since #1: 25 new, 1 gone, 1 used againShow which25 new<b>new</b> 0, <b>new</b> 1,"),
                    said);
            assertTrue(said.contains("<b>new</b> 19 and 5 more1 gonefresh-21 used againstale-0"), said);
            assertFalse(said.contains("<b>new</b> 20"), said);
            jenkins.assertLogContains("Since the report of #1: 25 new (<b>new</b> 0,", second);
            jenkins.assertLogContains("; 1 gone (fresh-2); 1 used again (stale-0)", second);
        }
    }

    @Test
    void where_the_report_before_is_gone_the_one_before_that_counts_or_nothing_is_said() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            FreeStyleProject job = preview(server);
            FreeStyleBuild first = jenkins.buildAndAssertSuccess(job);
            FreeStyleBuild second = jenkins.buildAndAssertSuccess(job);
            FreeStyleBuild third = jenkins.buildAndAssertSuccess(job);
            second.delete();
            assertEquals("Nothing has changed since #1", section(third, "authtokens"));
            Files.delete(
                    first.getRootDir().toPath().resolve("authtoken-cleanup").resolve("report-1.json"));
            assertEquals(null, section(third, "authtokens"));
        }
    }

    @Test
    void the_pipeline_text_of_a_preview_removes_what_it_planned() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            server.addToken(TestToken.named("it's \\ protected").usedDaysAgo(99, Instant.now()));
            server.addToken(TestToken.named("$cost").usedDaysAgo(99, Instant.now()));
            WorkflowJob job = jenkins.createProject(WorkflowJob.class);
            String settings = "serverUrl: '" + server.url() + "', credentialsId: 'analytics', olderThanDays: 40,"
                    + " keepNewest: 1, neverUsed: 'JUDGE', protect: 'it\\'s*\\nregex:^\\\\$cost'";
            for (int i = 0; i < 2; i++) {
                server.addToken(TestToken.named("twin").usedDaysAgo(90 + i, Instant.now()));
            }
            WorkflowRun preview = run(job, "removeUnusedAuthTokens(" + settings + ", preview: true)");
            HtmlPage page = jenkins.createWebClient().getPage(preview, "authtokens");
            String text =
                    page.<DomElement>querySelector(".authtoken-approval pre").getTextContent();
            DomNode copy = page.querySelector(".authtoken-approval button[text]");
            assertEquals(text, copy.getAttributes().getNamedItem("text").getNodeValue());

            WorkflowRun removal = run(job, text.replace("ID OF THE CREDENTIALS", Fixture.CREDENTIALS));

            assertEquals(1, removal.getAction(ReportAction.class).getRemoved());
            assertEquals(15, server.tokens().size());
            HtmlPage removed = jenkins.createWebClient().getPage(removal, "authtokens");
            assertEquals(null, removed.querySelector(".authtoken-approval"), "only for previews");
        }
    }

    private WorkflowRun run(WorkflowJob job, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.buildAndAssertSuccess(job);
    }

    @Test
    void of_a_preview_and_its_removal_in_one_build_the_removal_counts() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            server.addToken(
                    TestToken.named("stale, so that more than half of all go").usedDaysAgo(99, Instant.now()));
            String step = "removeUnusedAuthTokens(serverUrl: '" + server.url() + "', credentialsId: 'analytics', ";
            WorkflowJob job = jenkins.createProject(WorkflowJob.class);
            String both = "def plan = " + step + "preview: true)\n" + step + "approvedPlan: plan.planFingerprint)";
            WorkflowRun build = run(job, both);
            String said = section(build, "authtokens-2");
            assertEquals("Nothing has changed since #1 (AuthTokens)", said);
            assertEquals(
                    "7", build.getEnvironment(hudson.model.TaskListener.NULL).get("AUTHTOKENS_REMOVED"));

            HtmlPage page = jenkins.createWebClient().getPage(job);
            assertEquals(1, page.querySelectorAll(".authtoken-history__chart a").size());
            DomElement row = page.querySelector(".authtoken-history tbody tr");
            assertEquals(
                    List.of("#1", "Done", "13", "7", "6", "0"),
                    row.querySelectorAll("td").stream()
                            .map(cell -> cell.getTextContent().strip())
                            .filter(text -> !text.matches("\\d{4}-\\d{2}-\\d{2}"))
                            .toList());

            WorkflowRun next = run(job, both);
            jenkins.assertLogNotContains("removal run left", next);
        }
    }

    @Test
    void the_chart_names_servers_only_where_there_are_several() throws Exception {
        try (AnalyticsServer one = Fixture.server(12).start();
                AnalyticsServer two = Fixture.server(8).start()) {
            WorkflowJob job = jenkins.createProject(WorkflowJob.class);
            run(
                    job,
                    "for (url in ['" + one.url() + "', '" + two.url() + "']) {\n"
                            + "removeUnusedAuthTokens(serverUrl: url, credentialsId: 'analytics', preview: true) }");
            HtmlPage page = jenkins.createWebClient().getPage(job);
            assertEquals(2, page.querySelectorAll(".authtoken-history__chart a").size());
            String table = page.querySelector(".authtoken-history table").getTextContent();
            assertTrue(table.contains(one.url() + ", " + Fixture.ACCOUNT), table);
            assertTrue(table.contains(two.url() + ", " + Fixture.ACCOUNT), table);
        }
    }
}
