package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One cleanup at a time for the same server and account. */
class AccountQueueTest extends OneJenkins {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private AnalyticsServer server;
    private Run<?, ?> first;

    @BeforeEach
    void beginACleanupThatStandsStill() throws Exception {
        server = Fixture.server(8).start();
        server.beforeKind(RequestKind.PANEL, 0, () -> {
            reached.countDown();
            awaitRelease();
        });
        first = Door.begin(Door.PIPELINE_WITHOUT_NODE.job(server.url()));
        assertTrue(reached.await(60, TimeUnit.SECONDS));
    }

    private void awaitRelease() {
        try {
            released.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void the_second_one_waits_and_says_so_and_then_goes_on() throws Exception {
        Run<?, ?> second = Door.begin(Door.FREESTYLE.job(server.url() + "/"));
        jenkins.waitForMessage(
                "Waiting: " + first.getFullDisplayName() + " is cleaning up this account on this server right now",
                second);
        assertEquals(1, server.signInAttempts());

        released.countDown();

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
        assertEquals(4, first.getAction(ReportAction.class).getRemoved());
        assertEquals(0, second.getAction(ReportAction.class).getRemoved());
        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
    }

    @Test
    void a_builds_name_writes_no_lines_into_the_log_of_the_one_that_waits_for_it() throws Exception {
        first.setDisplayName("x\nFinished: SUCCESS\u001b[8m");
        Run<?, ?> second = Door.begin(Door.FREESTYLE.job(server.url()));

        jenkins.waitForMessage("x\\nFinished: SUCCESS\\u001B[8m is cleaning up this account", second);

        released.countDown();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
    }

    @Test
    void another_account_does_not_wait() throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "another", "", "another@example.com", "x"));

        Run<?, ?> other = Door.FREESTYLE.build(Result.FAILURE, server.url(), Map.of("credentialsId", "another"));

        jenkins.assertLogNotContains("Waiting", other);
        assertTrue(first.isBuilding());
        released.countDown();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
    }

    @Test
    void one_that_is_aborted_while_it_waits_leaves_the_queue_in_order() throws Exception {
        Run<?, ?> freestyle = Door.begin(Door.FREESTYLE.job(server.url()));
        Run<?, ?> pipeline = Door.begin(Door.PIPELINE_WITHOUT_NODE.job(server.url()));
        for (Run<?, ?> waiter : new Run<?, ?>[] {freestyle, pipeline}) {
            jenkins.waitForMessage("Waiting: ", waiter);
            waiter.getExecutor().doStop();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(waiter));
            assertNull(waiter.getAction(ReportAction.class));
            Fixture.assertNoStackTrace(waiter);
        }
        Run<?, ?> third = Door.begin(Door.FREESTYLE.job(server.url()));
        jenkins.waitForMessage("Waiting: ", third);

        released.countDown();

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(third));
        assertEquals(2, server.signInAttempts());
    }
}
