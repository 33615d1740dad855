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
@Timeout(300)
class RestartTest {
    @RegisterExtension
    private final RealJenkinsExtension controller = new RealJenkinsExtension();

    @Test
    void after_a_kill_the_pipeline_fails_in_words_and_the_next_run_completes_the_work() throws Throwable {
        try (AnalyticsServer server = Fixture.server(40).start()) {
            CountDownLatch reached = new CountDownLatch(1);
            server.beforeKind(RequestKind.REMOVE, 1, reached::countDown);
            server.faults().on(RequestKind.REMOVE, 1, Fault.TIMEOUT_AFTER);
            String url = server.url();
            controller.startJenkins();
            controller.runRemotely(jenkins -> {
                begin(jenkins, url);
            });
            assertTrue(reached.await(60, TimeUnit.SECONDS));
            controller.stopJenkinsForcibly();
            int left = server.tokens().size();
            assertTrue(left < 40 && left > 20, "Left: " + left);

            controller.startJenkins();
            controller.runRemotely(RestartTest::assertFailedInWords);
            assertEquals(left, server.tokens().size());
            controller.runRemotely(RestartTest::runAgain);
            controller.stopJenkins();

            assertEquals(Fixture.survivors(40), Fixture.descriptions(server));
        }
    }

    private static void begin(JenkinsRule jenkins, String url) throws Throwable {
        Fixture.addCredentials();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "cleanup");
        String call = Door.call(Map.of("serverUrl", url, "credentialsId", Fixture.CREDENTIALS, "batchSize", 5));
        job.setDefinition(new CpsFlowDefinition(call, true));
        job.scheduleBuild2(0).waitForStart();
    }

    private static void assertFailedInWords(JenkinsRule jenkins) throws Throwable {
        WorkflowRun build =
                jenkins.jenkins.getItemByFullName("cleanup", WorkflowJob.class).getBuildByNumber(1);
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(build));
        jenkins.assertLogContains(
                "Jenkins was restarted during the cleanup. The removals in the log above are done", build);
        Fixture.assertNoStackTrace(build);
        assertNull(build.getAction(ReportAction.class));
        try (JenkinsRule.WebClient web = jenkins.createWebClient()) {
            assertFalse(web.getPage(build).asNormalizedText().contains("AuthTokens removed"));
        }
    }

    private static void runAgain(JenkinsRule jenkins) throws Throwable {
        WorkflowRun build =
                jenkins.buildAndAssertSuccess(jenkins.jenkins.getItemByFullName("cleanup", WorkflowJob.class));
        assertTrue(build.getAction(ReportAction.class).getRemoved() > 0);
    }
}
