package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Executor;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.slaves.OfflineCause;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.report.StoredReport;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A build that is aborted stops within seconds, signs out, and reports truthfully. */
class InterruptionTest extends OneJenkins {
    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource
    void an_aborted_build_stops_signs_out_and_reports_truthfully(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(40).start()) {
            CountDownLatch reached = new CountDownLatch(1);
            server.beforeKind(RequestKind.REMOVE, 1, reached::countDown);
            server.faults().on(RequestKind.REMOVE, 1, Fault.TIMEOUT_AFTER);

            Run<?, ?> build = abortWhen(reached, door, server, Map.of("batchSize", 5));

            Fixture.assertTruthful(40, server, build);
            assertEquals(RunOutcome.INTERRUPTED, Fixture.report(build).outcome());
            assertTrue(Fixture.report(build).counts().removed() > 5);
            assertEquals(1, server.signOuts());
            Fixture.assertNoStackTrace(build);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_aborted_build_stops_while_the_server_is_silent_on_its_pages(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(40).start()) {
            CountDownLatch reached = new CountDownLatch(1);
            server.beforeKind(RequestKind.PANEL, 0, reached::countDown);
            server.faults().on(RequestKind.PANEL, 0, Fault.TIMEOUT_BEFORE);

            Run<?, ?> build = abortWhen(reached, door, server, Map.of());

            Fixture.assertTruthful(40, server, build);
            assertEquals(RunOutcome.INTERRUPTED, Fixture.report(build).outcome());
            assertEquals(40, server.tokens().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_abort_during_the_sign_out_aborts_the_build_though_all_is_done(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            CountDownLatch reached = new CountDownLatch(1);
            server.beforeKind(RequestKind.LOGOUT, 0, reached::countDown);
            server.faults().on(RequestKind.LOGOUT, 0, Fault.TIMEOUT_AFTER);

            Run<?, ?> build = abortWhen(reached, door, server, Map.of());

            Fixture.assertTruthful(12, server, build);
            assertEquals(RunOutcome.DONE, Fixture.report(build).outcome());
            assertEquals(Fixture.survivors(12), Fixture.descriptions(server));
        }
    }

    /** Aborted again and again while it signs out and stores its report. */
    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "FREESTYLE_ON_AGENT", "PIPELINE_WITHOUT_NODE"})
    void an_abort_that_is_repeated_does_not_lose_the_report(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            CountDownLatch reached = new CountDownLatch(1);
            server.beforeKind(RequestKind.LOGOUT, 0, reached::countDown);
            Run<?, ?> build = Door.begin(door.job(server.url(), Map.of()));
            assertTrue(reached.await(60, TimeUnit.SECONDS));

            for (Executor executor = build.getExecutor(); executor != null; executor = build.getExecutor()) {
                executor.interrupt(Result.ABORTED);
                Thread.sleep(1);
            }
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

            assertEquals(6, Fixture.report(build).counts().removed());
            assertEquals(Fixture.survivors(12), Fixture.descriptions(server));
            jenkins.assertLogContains("Totals: 12 listed, 6 removed", build);
            jenkins.assertLogContains("  stale-0 (", build);
        }
    }

    private static Run<?, ?> abortWhen(
            CountDownLatch reached, Door door, AnalyticsServer server, Map<String, ?> settings) throws Exception {
        Run<?, ?> build = Door.begin(door.job(server.url(), settings));
        assertTrue(reached.await(60, TimeUnit.SECONDS));
        long begin = System.nanoTime();
        build.getExecutor().interrupt(Result.ABORTED, new CauseOfInterruption.UserInterruption("somebody"));
        jenkins.waitForCompletion(build);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        jenkins.assertBuildStatus(Result.ABORTED, build);
        assertTrue(took.compareTo(SOON) < 0, "It took " + took);
        assertEquals(1, build.getActions(InterruptedBuildAction.class).size());
        return build;
    }

    @Test
    void a_timeout_of_the_pipeline_works_like_an_abort() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            server.faults().on(RequestKind.PANEL, 0, Fault.TIMEOUT_BEFORE);
            Run<?, ?> build = Door.run(
                    Result.ABORTED,
                    Door.pipeline("timeout(time: 2, unit: 'SECONDS') { "
                            + Door.call(Map.of("serverUrl", server.url(), "credentialsId", Fixture.CREDENTIALS))
                            + " }"));

            Fixture.assertTruthful(12, server, build);
            assertEquals(RunOutcome.INTERRUPTED, Fixture.report(build).outcome());
        }
    }

    @Test
    void an_agent_that_is_lost_fails_the_build_and_the_next_run_completes_the_work() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            CountDownLatch reached = new CountDownLatch(1);
            server.beforeKind(RequestKind.REMOVE, 1, reached::countDown);
            server.faults().on(RequestKind.REMOVE, 1, Fault.TIMEOUT_BEFORE);
            Run<?, ?> build = Door.begin(Door.PIPELINE_ON_AGENT.job(server.url(), Map.of("batchSize", 2)));
            assertTrue(reached.await(60, TimeUnit.SECONDS));

            agent().toComputer().disconnect(new OfflineCause.ByCLI("lost"));
            jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(build));
            jenkins.jenkins.removeNode(agent());

            jenkins.assertLogContains("ERROR: The agent was lost, or failed, during the cleanup", build);
            Door.PIPELINE_ON_AGENT.build(Result.SUCCESS, server.url(), Map.of());
            assertEquals(Fixture.survivors(12), Fixture.descriptions(server));
        }
    }

    @Test
    void an_interruption_that_overtakes_the_call_to_the_agent_is_not_lost() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            CleanupRequest request = new CleanupParameters(server.url(), Fixture.CREDENTIALS).request(Fixture.ACCOUNT);
            EngineCall call = new EngineCall(request, Fixture.credentials(), null, TaskListener.NULL, line -> {});
            call.interruption().call();

            String json = call.call();

            assertEquals(RunOutcome.INTERRUPTED, StoredReport.parse(json).outcome());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            assertFalse(Thread.currentThread().isInterrupted());
        }
    }
}
