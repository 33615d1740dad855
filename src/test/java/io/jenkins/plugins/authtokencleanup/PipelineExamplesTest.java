package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Label;
import hudson.model.Result;
import hudson.triggers.TimerTrigger;
import hudson.triggers.Trigger;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Runs the examples that are pipelines, as they stand in their pages. */
@WithJenkins
class PipelineExamplesTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Fixture.addCredentials();
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private static void assertOnlyUnusedWereRemoved(AnalyticsServer server) {
        assertEquals(Fixture.survivors(12), Fixture.descriptions(server));
    }

    @Test
    void a_weekly_pipeline_protects_and_keeps_the_newest() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            server.addToken(TestToken.named("backup of July").usedDaysAgo(90, Instant.now()));
            server.addToken(TestToken.named("prod-1").usedDaysAgo(90, Instant.now()));
            TestToken older = TestToken.named("etl").usedDaysAgo(91, Instant.now());
            server.addToken(older);
            server.addToken(TestToken.named("etl").usedDaysAgo(90, Instant.now()));
            List<String> expected = new ArrayList<>(server.tokenIds());
            expected.remove(older.id());
            WorkflowJob job = job(Example.of("pipeline-weekly").block(0, server));

            WorkflowRun build = jenkins.buildAndAssertSuccess(job);

            assertEquals(1, build.getAction(ReportAction.class).getRemoved());
            assertEquals(expected, server.tokenIds());
            Trigger<?> weekly = job.getTriggersJobProperty()
                    .getTriggerForDescriptor(jenkins.jenkins.getDescriptorByType(TimerTrigger.DescriptorImpl.class));
            assertEquals("H 6 * * 1", weekly.getSpec());
        }
    }

    @Test
    void one_of_several_servers_may_fail_and_the_others_are_cleaned_up() throws Exception {
        Example.addCredentials("analytics-test");
        try (AnalyticsServer good = Fixture.server(12).start();
                AnalyticsServer broken = Fixture.server(12).start()) {
            broken.faults().always(RequestKind.PANEL, Fault.UNKNOWN_TEXT);
            String script = Example.of("several-servers").block(0);
            for (boolean goodFirst : new boolean[] {true, false}) {
                String filled = script.replace("https://analytics.example.com:8443", (goodFirst ? good : broken).url())
                        .replace("https://analytics-test.example.com:8443", (goodFirst ? broken : good).url());

                WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job(filled));

                assertOnlyUnusedWereRemoved(good);
                assertEquals(12, broken.tokens().size());
                assertEquals(2, build.getActions(ReportAction.class).size());
                jenkins.assertLogContains("Not cleaned up: " + broken.url(), build);
            }
            broken.faults().clear();
            jenkins.buildAndAssertSuccess(job(Example.of("several-servers").block(0, broken)));
        }
    }

    @Test
    void what_was_approved_is_removed_unless_it_was_used_meanwhile() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            WorkflowJob job = job(Example.of("approval").block(0, server));
            WorkflowRun build = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("Remove 6 of 12 AuthTokens?", build);
            assertEquals(12, server.tokens().size());
            TestToken woken = server.tokens().get(0);
            server.use(woken.id());
            server.addToken(TestToken.named("late").usedDaysAgo(99, Instant.now()));

            approve(build);

            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            jenkins.assertLogContains("Removed 5 of the 6 that were approved", build);
            jenkins.assertLogContains("1 new (late); 0 gone; 1 used again (stale-0)", build);
            assertEquals(Fixture.survivors(12, "late", "stale-0"), Fixture.descriptions(server));
        }
    }

    private static void approve(WorkflowRun build) throws Exception {
        List<InputStepExecution> waiting = build.getAction(InputAction.class).getExecutions();
        assertEquals(1, waiting.size());
        waiting.get(0).proceed(null);
    }

    @Test
    void what_is_not_approved_stays() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            WorkflowRun build = job(Example.of("approval").block(0, server))
                    .scheduleBuild2(0)
                    .waitForStart();
            jenkins.waitForMessage("Remove 6 of 12 AuthTokens?", build);
            build.getAction(InputAction.class).getExecutions().get(0).doAbort();
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
            assertEquals(12, server.tokens().size());
        }
    }

    @Test
    void a_plan_of_an_earlier_build_is_pasted_with_its_fingerprint() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            String removal = Example.of("approval").block(1, server);
            WorkflowJob job = job(removal.replace("approvedPlan: 'FINGERPRINT'", "preview: true"));
            String plan = jenkins.buildAndAssertSuccess(job)
                    .getAction(ReportAction.class)
                    .getPlanFingerprint();
            job.setDefinition(new CpsFlowDefinition(removal.replace("FINGERPRINT", plan), true));
            jenkins.buildAndAssertSuccess(job);
            assertOnlyUnusedWereRemoved(server);
        }
    }

    @Test
    void a_token_is_reported_as_due_and_removed_two_weeks_later() throws Exception {
        TestClock clock = TestClock.at(Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS));
        try (AnalyticsServer server = Fixture.server(0)
                .clock(clock)
                .dateStyle(DateStyle.ISO_INSTANT)
                .tokens(
                        TestToken.named("asleep").usedDaysAgo(70, clock.instant()),
                        TestToken.named("awake").usedDaysAgo(50, clock.instant()))
                .start()) {
            WorkflowJob job = job(Example.of("grace-period").block(0, server));
            WorkflowRun first = jenkins.buildAndAssertSuccess(job);
            jenkins.assertLogContains("Due " + clock.instant().plus(Duration.ofDays(14)) + ": asleep", first);
            Fixture.withOneClock(first);
            clock.advance(Duration.ofDays(14));
            server.use(server.tokenIds().get(1));
            assertEquals(2, server.tokens().size());
            jenkins.buildAndAssertSuccess(job);
            assertEquals(List.of("awake"), Fixture.descriptions(server));
        }
    }

    @Test
    void an_agent_connects_in_scripted_and_in_declarative_pipelines() throws Exception {
        jenkins.createOnlineSlave(Label.get("dmz"));
        for (int block = 0; block < 2; block++) {
            try (AnalyticsServer server = Fixture.server(12).start()) {
                WorkflowRun build = jenkins.buildAndAssertSuccess(
                        job(Example.of("agent-network").block(block, server)));
                jenkins.assertLogContains("Connecting from the agent", build);
                assertOnlyUnusedWereRemoved(server);
            }
        }
    }

    @Test
    void a_self_signed_certificate_is_trusted_where_it_is_given() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).https(true).start()) {
            String script = Example.of("self-signed-certificate").block(0, server);
            String without = script.replaceAll("(?s),\\s*trustedCertificates: '''.*?'''", "");
            assertFalse(without.contains("CERTIFICATE"));
            WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job(without));
            jenkins.assertLogContains("SHA-256", build);
            assertEquals(12, server.tokens().size());

            jenkins.buildAndAssertSuccess(job(script));
            assertOnlyUnusedWereRemoved(server);
        }
    }

    @Test
    void mail_is_sent_about_what_was_removed_and_about_failures() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start();
                Postbox mail = Postbox.open()) {
            WorkflowJob job = job(Example.of("notifications").block(0, server));
            jenkins.buildAndAssertSuccess(job);
            String good = mail.take();
            assertTrue(good.contains("Subject: 6 AuthTokens were removed") && good.contains("stale-0"), good);
            assertTrue(good.contains("To: ops@example.com"), good);

            server.faults().always(RequestKind.PANEL, Fault.UNKNOWN_TEXT);
            jenkins.buildAndAssertStatus(Result.FAILURE, job);
            String bad = mail.take();
            assertTrue(bad.contains("AuthTokens were not cleaned up"), bad);
        }
    }
}
