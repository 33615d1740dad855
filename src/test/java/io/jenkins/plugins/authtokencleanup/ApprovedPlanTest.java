package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person approves a preview by its fingerprint, and exactly that is removed. */
class ApprovedPlanTest extends OneJenkins {
    @ParameterizedTest
    @EnumSource
    void exactly_the_plan_is_removed_and_what_is_unchanged_since(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Job<?, ?> job = door.job(server.url(), Map.of("preview", true));
            String plan = Fixture.report(Door.run(Result.SUCCESS, job)).planFingerprint();
            server.addToken(TestToken.named("stale, but unplanned").usedDaysAgo(99, Instant.now()));
            server.use(server.tokens().get(0).id());
            Door.become(job, door.job(server.url(), Map.of("approvedPlan", plan)));

            Run<?, ?> build = Door.run(Result.SUCCESS, job);

            assertEquals(
                    List.of("fresh-2", "fresh-6", "never-3", "never-7", "stale, but unplanned", "stale-0"),
                    Fixture.descriptions(server));
            assertEquals(3, Fixture.report(build).counts().removed());
        }
    }

    @Test
    void the_same_build_may_preview_and_then_remove() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Door.run(Result.SUCCESS, Door.pipeline("""
                            def p = removeUnusedAuthTokens(serverUrl: 'URL', credentialsId: 'analytics', preview: true)
                            def r = removeUnusedAuthTokens(serverUrl: 'URL', credentialsId: 'analytics',
                                approvedPlan: p.planFingerprint)
                            assert r.removed == p.wouldRemove
                            """.replace("URL", server.url())));

            assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        }
    }

    @Test
    void an_unknown_plan_is_refused_before_anything_is_sent() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            String plan = "0123456789abcdef".repeat(4);
            Run<?, ?> build = Door.FREESTYLE.build(Result.FAILURE, server.url(), Map.of("approvedPlan", plan));

            jenkins.assertLogContains(
                    "ERROR: No preview of this job that ended well has the plan " + plan
                            + ". Its build may be deleted: make a new preview and approve that",
                    build);
            Fixture.assertNoStackTrace(build);
            assertEquals(List.of(), server.log());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "PIPELINE_ON_AGENT"})
    void a_plan_of_another_policy_is_refused(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Job<?, ?> job = door.job(server.url(), Map.of("preview", true));
            String plan = Fixture.report(Door.run(Result.SUCCESS, job)).planFingerprint();
            Door.become(job, door.job(server.url(), Map.of("approvedPlan", plan, "olderThanDays", 35)));

            Run<?, ?> build = Door.run(Result.FAILURE, job);

            assertEquals(RunOutcome.REFUSED, Fixture.report(build).outcome());
            jenkins.assertLogContains("it was made for another number of days: 30 then, 35 now", build);
            Fixture.assertNoStackTrace(build);
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
        }
    }

    @Test
    void a_preview_that_the_cap_refused_does_not_hide_an_earlier_one_with_the_same_plan() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            WorkflowJob job = Door.pipeline(Door.call(
                    Map.of("serverUrl", server.url(), "credentialsId", Fixture.CREDENTIALS, "preview", true)));
            String plan = Fixture.report(Door.run(Result.SUCCESS, job)).planFingerprint();
            Door.become(job, Door.PIPELINE_WITHOUT_NODE.job(server.url(), Map.of("preview", true, "maxRemovals", 1)));
            Run<?, ?> refused = Door.run(Result.FAILURE, job);
            assertEquals(plan, Fixture.report(refused).planFingerprint());
            Door.become(job, Door.PIPELINE_WITHOUT_NODE.job(server.url(), Map.of("approvedPlan", plan)));

            Door.run(Result.SUCCESS, job);

            assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        }
    }

    @Test
    void a_plan_whose_report_is_gone_is_refused_in_words() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Job<?, ?> job = Door.FREESTYLE.job(server.url(), Map.of("preview", true));
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);
            String plan = Fixture.report(preview).planFingerprint();
            Files.delete(preview.getRootDir().toPath().resolve("authtoken-cleanup/report-1.json"));
            Door.become(job, Door.FREESTYLE.job(server.url(), Map.of("approvedPlan", plan)));

            Run<?, ?> build = Door.run(Result.FAILURE, job);

            jenkins.assertLogContains("ERROR: The report of " + preview + ", which has the plan " + plan, build);
            Fixture.assertNoStackTrace(build);
            assertEquals(8, server.tokens().size());
        }
    }
}
