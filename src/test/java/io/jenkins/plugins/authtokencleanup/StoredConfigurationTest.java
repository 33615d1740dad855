package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.StringReader;
import javax.xml.transform.stream.StreamSource;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.jvnet.hudson.test.recipes.LocalData;

/** What this version stores, later versions read: the files here are never changed, only added to. */
@WithJenkins
class StoredConfigurationTest {
    @Test
    @LocalData("firstVersion")
    void a_job_and_a_report_of_the_first_version_are_read(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.jenkins.getItemByFullName("cleanup", FreeStyleProject.class);
        RemoveUnusedAuthTokensBuilder step = job.getBuildersList().get(RemoveUnusedAuthTokensBuilder.class);
        RemoveUnusedAuthTokensBuilder expected =
                new RemoveUnusedAuthTokensBuilder("https://analytics.example.com:8443", "analytics");
        expected.setOlderThanDays(35);
        expected.setProtect("etl-*");
        expected.setMaxRemovals(500);
        jenkins.assertEqualDataBoundBeans(expected, step);
        assertEquals(NeverUsed.KEEP, step.getNeverUsed());
        assertEquals(CleanupParameters.DEFAULT_TIMEOUT, step.getTimeoutSeconds());
        assertNull(step.getBatchSize());
        assertEquals(ConnectFrom.CONTROLLER, step.getConnectFrom());

        Run<?, ?> build = job.getBuildByNumber(1);
        ReportAction action = build.getAction(ReportAction.class);
        assertEquals("DONE", action.getOutcome());
        assertEquals(2, action.getRemoved());
        assertEquals(4, action.report().tokens().size());
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            HtmlPage page = web.getPage(build, "authtokens/");
            assertTrue(page.asNormalizedText().contains("stale-1"), page.asNormalizedText());
        }
    }

    @Test
    @LocalData("firstVersion")
    void a_job_of_the_first_version_still_runs(JenkinsRule jenkins) throws Exception {
        try (AnalyticsServer server = Fixture.server(4).start()) {
            Fixture.addCredentials();
            FreeStyleProject job = jenkins.jenkins.getItemByFullName("cleanup", FreeStyleProject.class);
            String stored = job.getConfigFile().asString();
            job.updateByXml(new StreamSource(
                    new StringReader(stored.replace("https://analytics.example.com:8443", server.url()))));

            jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0));

            assertEquals(Fixture.survivors(4), Fixture.descriptions(server));
        }
    }
}
