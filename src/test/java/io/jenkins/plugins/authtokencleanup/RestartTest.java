package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Jenkins, in a JVM of its own, is killed in the middle of a removal. */
@Timeout(900)
class RestartTest {
    private static final int KILLS = 3;

    @RegisterExtension
    private final RealJenkinsExtension controller = new RealJenkinsExtension();

    /** The first build is killed at its first removal request, the second one at its second, and so on. */
    @Test
    void after_each_kill_the_pipeline_fails_in_words_and_a_later_run_completes_the_work_and_names_what_is_gone()
            throws Throwable {
        try (AnalyticsServer server = Fixture.server(40).start()) {
            String url = server.url();
            controller.startJenkins();
            controller.runRemotely(jenkins -> {
                create(jenkins, url);
            });
            for (int killed = 1, request = 0; killed <= KILLS; killed++, request += killed) {
                CountDownLatch reached = new CountDownLatch(1);
                server.beforeKind(RequestKind.REMOVE, request, reached::countDown);
                server.faults().on(RequestKind.REMOVE, request, Fault.TIMEOUT_AFTER);
                controller.runRemotely(RestartTest::begin);
                assertTrue(reached.await(60, TimeUnit.SECONDS));
                controller.stopJenkinsForcibly();
                awaitEffect(server, request);
                int left = server.tokens().size();
                assertTrue(left < 40 && left > 20, "Left: " + left);

                controller.startJenkins();
                int number = killed;
                controller.runRemotely(jenkins -> {
                    assertFailedInWords(jenkins, number);
                });
                assertEquals(left, server.tokens().size());
            }
            ArrayList<String> gone = new ArrayList<>(
                    Fixture.tokens(40).stream().map(TestToken::description).toList());
            gone.removeAll(Fixture.descriptions(server));
            controller.runRemotely(RestartTest::assertPageShowsNoReport);
            controller.runRemotely(jenkins -> {
                runAgain(jenkins, gone);
            });
            controller.stopJenkins();

            assertEquals(Fixture.survivors(40), Fixture.descriptions(server));
        }
    }

    /** The server may still be at the request when its client is dead already. */
    private static void awaitEffect(AnalyticsServer server, int request) throws InterruptedException {
        while (server.log(RequestKind.REMOVE).get(request).removed().isEmpty()) {
            Thread.sleep(10);
        }
    }

    private static void create(JenkinsRule jenkins, String url) throws Throwable {
        Fixture.addCredentials();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "cleanup");
        String call = Door.call(Map.of("serverUrl", url, "credentialsId", Fixture.CREDENTIALS, "batchSize", 5));
        job.setDefinition(new CpsFlowDefinition(call, true));
    }

    private static WorkflowJob job(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("cleanup", WorkflowJob.class);
    }

    private static void begin(JenkinsRule jenkins) throws Throwable {
        job(jenkins).scheduleBuild2(0).waitForStart();
    }

    private static void assertFailedInWords(JenkinsRule jenkins, int number) throws Throwable {
        WorkflowRun build = job(jenkins).getBuildByNumber(number);
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(build));
        jenkins.assertLogContains(
                "Jenkins was restarted during the cleanup. If removals had begun, the journal", build);
        Fixture.assertNoStackTrace(build);
        assertNull(build.getAction(ReportAction.class));
    }

    private static void assertPageShowsNoReport(JenkinsRule jenkins) throws Throwable {
        WorkflowRun build = job(jenkins).getBuildByNumber(1);
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            assertFalse(web.getPage(build).asNormalizedText().contains("AuthTokens removed"));
        }
    }

    private static void runAgain(JenkinsRule jenkins, List<String> gone) throws Throwable {
        WorkflowRun build = jenkins.buildAndAssertSuccess(job(jenkins));
        assertTrue(build.getAction(ReportAction.class).getRemoved() > 0);
        String log = JenkinsRule.getLog(build);
        String journals = log.substring(0, log.indexOf("Starting the removal"));
        for (int killed = 1; killed <= KILLS; killed++) {
            assertTrue(journals.contains("a cleanup in #" + killed + " ended before its report was stored"), log);
        }
        for (String description : gone) {
            assertTrue(journals.contains("  " + description + " ("), () -> description + " is not in " + journals);
        }
    }
}
