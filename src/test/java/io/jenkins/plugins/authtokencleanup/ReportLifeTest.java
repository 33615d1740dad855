package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Reports stay with their build when its job is renamed and Jenkins is restarted. */
class ReportLifeTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void two_steps_make_two_reports_that_survive_renaming_and_restarting() throws Throwable {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            sessions.then(jenkins -> {
                Fixture.addCredentials();
                FreeStyleProject job = jenkins.createFreeStyleProject("first");
                RemoveUnusedAuthTokensBuilder preview =
                        new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
                preview.setPreview(true);
                job.getBuildersList().add(preview);
                job.getBuildersList().add(new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS));
                FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
                assertBothAreShown(jenkins, build);

                job.renameTo("second");
                assertBothAreShown(jenkins, build);
            });
            sessions.then(jenkins -> {
                FreeStyleBuild build = jenkins.jenkins
                        .getItemByFullName("second", FreeStyleProject.class)
                        .getBuildByNumber(1);
                assertBothAreShown(jenkins, build);
                assertOnlyCountsAreInTheBuildsOwnFile(build);
                addFieldsOfALaterVersion(build);
                assertBothAreShown(jenkins, build);
            });
        }
    }

    private static void assertBothAreShown(JenkinsRule jenkins, FreeStyleBuild build) throws Exception {
        List<ReportAction> actions = build.getActions(ReportAction.class);
        assertEquals(
                List.of("authtokens", "authtokens-2"),
                actions.stream().map(ReportAction::getUrlName).toList());
        assertEquals(
                List.of(4, 0),
                actions.stream().map(ReportAction::getWouldRemove).toList());
        assertEquals(
                List.of(0, 4), actions.stream().map(ReportAction::getRemoved).toList());
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            for (ReportAction action : actions) {
                assertEquals(8, action.report().tokens().size());
                HtmlPage page = web.getPage(build, action.getUrlName());
                assertTrue(page.asNormalizedText().contains("stale-5"), page.asNormalizedText());
                assertTrue(page.asNormalizedText().contains(action.getMessage()));
            }
        }
    }

    private static void assertOnlyCountsAreInTheBuildsOwnFile(FreeStyleBuild build) throws Exception {
        String stored = Files.readString(build.getRootDir().toPath().resolve("build.xml"));
        assertTrue(stored.contains("<listed>8</listed>"), stored);
        assertFalse(stored.contains("stale-"), stored);
        assertFalse(stored.contains("<run"), stored);
        assertFalse(stored.contains("<object"), stored);
    }

    private static void addFieldsOfALaterVersion(FreeStyleBuild build) throws Exception {
        Path file = build.getRootDir().toPath().resolve("authtoken-cleanup/report-1.json");
        String json = Files.readString(file);
        String later = json.replaceFirst("\\{", "{\"later\":{\"more\":[1,2]},")
                .replace("\"verdict\"", "\"later\":true,\"verdict\"");
        assertTrue(later.length() > json.length() + 100);
        Files.writeString(file, later);
    }
}
