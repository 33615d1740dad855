package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.report.PriorReports;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
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
        assertEquals(
                Map.of(
                        "serverUrl", "https://analytics.example.com:8443",
                        "credentialsId", "analytics",
                        "olderThanDays", 35,
                        "protect", "etl-*",
                        "maxRemovals", 500),
                DescribableModel.uninstantiate2_(step).getArguments());
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
    @LocalData("oldPackage")
    void builds_that_name_the_report_by_its_old_package_are_read(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.jenkins.getItemByFullName("cleanup", FreeStyleProject.class);
        Run<?, ?> build = job.getBuildByNumber(1);
        List<ReportAction> actions = build.getActions(ReportAction.class);
        assertEquals(
                List.of("authtokens", "authtokens-2"),
                actions.stream().map(ReportAction::getUrlName).toList());
        assertEquals(
                List.of("DONE", "FAILED"),
                actions.stream().map(ReportAction::getOutcome).toList());
        assertEquals(1, actions.get(0).getInGrace());
        ReportAction preview = PriorReports.preview(build, actions.get(0).getPlanFingerprint());
        assertSame(actions.get(0), preview);
        assertEquals(3, preview.report().tokens().size());
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            String page = ((HtmlPage) web.getPage(build, "authtokens/")).asNormalizedText();
            assertTrue(page.contains("in grace: due 2026-12-06T07:22:59Z"), page);
            assertTrue(((HtmlPage) web.getPage(build, "authtokens-2/"))
                    .asNormalizedText()
                    .contains("Failed."));
            HtmlPage history = web.getPage(job);
            assertEquals(
                    1, history.querySelectorAll(".authtoken-history__chart a").size());
        }
        build.save();
        String stored = Files.readString(build.getRootDir().toPath().resolve("build.xml"));
        assertTrue(stored.contains("<io.jenkins.plugins.authtokencleanup.report.ReportAction"), stored);
    }

    @Test
    @LocalData("oldPackage")
    void every_parameter_of_a_stored_job_is_read_and_stored_again(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.jenkins.getItemByFullName("cleanup", FreeStyleProject.class);
        String before = job.getConfigFile().asString();
        RemoveUnusedAuthTokensBuilder step = job.getBuildersList().get(RemoveUnusedAuthTokensBuilder.class);
        assertEquals(50, step.getBatchSize());
        job.save();
        assertEquals(parameters(before), parameters(job.getConfigFile().asString()));
    }

    /** Jenkins would leave out the setting, and the job would run without its cap. */
    @Test
    @LocalData("firstVersion")
    void a_job_with_a_setting_that_cannot_be_read_is_refused_and_not_loaded(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.jenkins.getItemByFullName("cleanup", FreeStyleProject.class);
        String before = job.getConfigFile().asString();
        String damaged = before.replace("<maxRemovals>500<", "<maxRemovals>5OO<");

        assertThrows(IOException.class, () -> job.updateByXml(new StreamSource(new StringReader(damaged))));
        assertEquals(before, job.getConfigFile().asString());

        Files.writeString(job.getConfigFile().getFile().toPath(), damaged);
        jenkins.jenkins.reload();
        assertNull(jenkins.jenkins.getItem("cleanup"));
    }

    private static String parameters(String config) {
        return config.substring(config.indexOf("<parameters>"), config.indexOf("</parameters>"));
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
