package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowGraphWalker;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;

/** What each end of a cleanup means for a build, through every door. */
class OutcomeTest extends OneJenkins {
    @ParameterizedTest
    @EnumSource
    void exactly_the_unused_tokens_are_removed(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(40).start()) {
            Run<?, ?> build = door.build(Result.SUCCESS, server.url(), Map.of("batchSize", 8));

            assertEquals(Fixture.survivors(40), Fixture.descriptions(server));
            Fixture.assertTruthful(40, server, build);
            ReportAction action = build.getAction(ReportAction.class);
            assertEquals(20, action.getRemoved());
            assertEquals("DONE", action.getOutcome());
            assertTrue(new File(build.getRootDir(), "authtoken-cleanup/report-1.json").isFile());
            jenkins.assertLogContains(": removed 20 of 20", build);
            jenkins.assertLogContains("Totals: 40 listed, 20 removed, 20 kept, 0 failed", build);
            jenkins.assertLogContains("Report: AuthTokens", build);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_preview_changes_nothing(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Run<?, ?> build = door.build(Result.SUCCESS, server.url(), Map.of("preview", true));

            assertEquals(12, server.tokens().size());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            assertEquals(6, build.getAction(ReportAction.class).getWouldRemove());
            jenkins.assertLogContains("Plan: " + Fixture.report(build).planFingerprint(), build);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_removed_makes_the_build_unstable(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(3).start()) {
            for (int removal = 1; removal < 20; removal++) {
                // It says once more that it removed something, but does not.
                server.faults().on(RequestKind.REMOVE, removal, Fault.DUPLICATE_PAGE);
            }
            Run<?, ?> build = door.build(Result.UNSTABLE, server.url(), Map.of("timeoutSeconds", 2));

            Fixture.assertTruthful(3, server, build);
            CleanupReport report = Fixture.report(build);
            assertEquals(RunOutcome.PARTIAL, report.outcome());
            jenkins.assertLogContains("The build is unstable: " + report.message(), build);
            Fixture.assertNoStackTrace(build);
            if (door.isPipeline()) {
                WarningAction warning = warning((WorkflowRun) build);
                assertEquals(Result.UNSTABLE, warning.getResult());
                assertEquals(report.message(), warning.getMessage());
            }
        }
    }

    private static WarningAction warning(WorkflowRun build) {
        FlowExecution execution = build.getExecution();
        for (FlowNode node : new FlowGraphWalker(execution)) {
            WarningAction warning = node.getPersistentAction(WarningAction.class);
            if (warning != null) {
                assertEquals(RemoveUnusedAuthTokensStep.NAME, node.getDisplayFunctionName());
                return warning;
            }
        }
        throw new AssertionError("No warning on any node");
    }

    @ParameterizedTest
    @EnumSource
    void over_the_cap_nothing_is_removed_and_the_build_fails(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Run<?, ?> build = door.build(Result.FAILURE, server.url(), Map.of("maxRemovals", 5));

            assertEquals(12, server.tokens().size());
            Fixture.assertTruthful(12, server, build);
            assertFailedWith(RunOutcome.REFUSED, build);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_refuses_the_sign_in_fails_the_build(Door door) throws Exception {
        try (AnalyticsServer server =
                Fixture.server(12).account(Fixture.ACCOUNT, "changed-meanwhile").start()) {
            Run<?, ?> build = door.build(Result.FAILURE, server.url(), Map.of());

            assertEquals(12, server.tokens().size());
            assertEquals(1, server.signInAttempts());
            assertFailedWith(RunOutcome.FAILED, build);
        }
    }

    private static void assertFailedWith(RunOutcome outcome, Run<?, ?> build) throws Exception {
        CleanupReport report = Fixture.report(build);
        assertEquals(outcome, report.outcome());
        jenkins.assertLogContains("ERROR: " + report.message(), build);
        Fixture.assertNoStackTrace(build);
    }

    @ParameterizedTest
    @EnumSource
    void parameters_that_cannot_be_used_fail_the_build_before_anything_is_sent(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Run<?, ?> build = door.build(Result.FAILURE, server.url(), Map.of("serverTimeZone", "Middle/Earth"));

            jenkins.assertLogContains("ERROR: Not a time zone: Middle/Earth", build);
            Fixture.assertNoStackTrace(build);
            assertEquals(List.of(), server.log());
        }
    }

    @Test
    void days_of_grace_that_cannot_be_fail_the_build_in_words_before_anything_is_sent() throws Exception {
        try (AnalyticsServer server = Fixture.server(4).start()) {
            Run<?, ?> build = Door.FREESTYLE.build(Result.FAILURE, server.url(), Map.of("graceDays", -1));

            jenkins.assertLogContains("ERROR: The days of grace must be 1 to 36500, not -1", build);
            Fixture.assertNoStackTrace(build);
            assertEquals(List.of(), server.log());
        }
    }

    @Test
    void without_a_node_a_connection_from_the_agent_is_refused_in_words() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Run<?, ?> build =
                    Door.PIPELINE_WITHOUT_NODE.build(Result.FAILURE, server.url(), Map.of("connectFrom", "AGENT"));

            jenkins.assertLogContains("ERROR: connectFrom: AGENT needs an agent to connect from", build);
            Fixture.assertNoStackTrace(build);
        }
    }

    @Test
    void a_sandboxed_script_can_read_all_of_the_result() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Run<?, ?> build = Door.run(
                    Result.SUCCESS,
                    Door.pipeline("def r = "
                            + Door.call(Map.of(
                                    "serverUrl",
                                    server.url(),
                                    "credentialsId",
                                    Fixture.CREDENTIALS,
                                    "protect",
                                    "stale-0"))
                            + """

                            echo "R ${r.outcome} ${r.listed} ${r.removed} ${r.kept} ${r.failed} ${r.notAttempted} ${r.wouldRemove}"
                            echo "P ${r.planFingerprint} ${r.planFingerprint.length()}"
                            echo "M ${r.message} - $r"
                            for (t in r.tokens) {
                                echo "T ${t.description} ${t.verdict} ${t.reason} ${t.outcome} ${t.scopes} ${t.ipAddress} ${t.lastAccessed} ${t.id.length() > 5}"
                            }
                            assert r.tokens.count { it.verdict == 'REMOVE' } == 5
                            """));

            String log = JenkinsRule.getLog(build);
            assertTrue(log.contains("R DONE 12 5 7 0 0 0\n"), log);
            assertTrue(log.contains("P " + Fixture.report(build).planFingerprint() + " 64\n"), log);
            assertTrue(log.contains("M Removed 5 AuthTokens of 12 listed. - DONE: Removed 5"), log);
            assertTrue(log.contains("T stale-0 KEEP PROTECTED KEPT [ZROP/reportsapi] 10.0.0.17 2"), log);
            assertTrue(log.contains("T stale-1 REMOVE UNUSED REMOVED"), log);
            assertTrue(log.contains("T fresh-2 KEEP RECENTLY_USED KEPT"), log);
            assertTrue(log.contains("T never-3 KEEP NEVER_USED KEPT [ZROP/reportsapi] 10.0.0.17 null true"), log);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "removeUnusedAuthTokens(SETTINGS, approvedPlan: params.MISSING)",
                "step([$class: 'RemoveUnusedAuthTokensBuilder', SETTINGS, approvedPlan: ''])",
                "step([$class: 'RemoveUnusedAuthTokensBuilder', SETTINGS, approvedPlan: env.MISSING])"
            })
    void an_approved_plan_that_is_empty_in_a_pipeline_removes_nothing(String script) throws Exception {
        try (AnalyticsServer server = Fixture.server(4).start()) {
            String settings = "serverUrl: '" + server.url() + "', credentialsId: 'analytics'";
            Run<?, ?> build = Door.run(Result.FAILURE, Door.pipeline(script.replace("SETTINGS", settings)));

            jenkins.assertLogContains("ERROR: approvedPlan is empty, so nothing is removed", build);
            assertEquals(List.of(), server.log());
        }
    }

    @Test
    void the_build_step_works_in_a_pipeline_too() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Run<?, ?> build = Door.run(
                    Result.SUCCESS,
                    Door.pipeline("step([$class: 'RemoveUnusedAuthTokensBuilder', serverUrl: '" + server.url()
                            + "', credentialsId: 'analytics'])"));

            assertEquals(Fixture.survivors(12), Fixture.descriptions(server));
            Fixture.assertTruthful(12, server, build);
        }
    }
}
