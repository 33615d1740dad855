package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.plan.SurpriseCheck;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several restrictions: a token goes only if each of them lets it go. */
class SeveralRestrictionsTest {
    private static CleanupReport run(FakeServer server, PlanRestriction... all) {
        return FakeRun.on(server).restricted(all).perform();
    }

    private static GracePeriod grace(int days, CleanupReport... reports) {
        GracePeriod grace = new GracePeriod(days);
        List.of(reports).forEach(grace::remember);
        return grace;
    }

    @Test
    void none_restricts_nothing() {
        FakeServer server = new FakeServer(daysAgo("a", 40));
        assertEquals(RunOutcome.DONE, run(server).outcome());
        assertEquals(List.of(), server.ids());
    }

    @Test
    void an_approved_token_stays_until_its_grace_is_over_and_the_others_stay_in_any_case() throws Exception {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 50));
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.tokens.add(daysAgo("late", 60));
        server.now = server.now.plus(Duration.ofDays(7));
        CleanupReport report = run(server, ApprovedPlan.of(preview), grace(14, preview));
        assertEquals(3, server.ids().size());
        assertEquals(Reason.IN_GRACE, FakeRun.token(report, "a").reason());
        assertEquals(
                FakeServer.NOW.plus(Duration.ofDays(14)),
                FakeRun.token(report, "a").dueAt());
        assertEquals(Reason.NOT_IN_APPROVED_PLAN, FakeRun.token(report, "late").reason());
        assertNull(FakeRun.token(report, "late").dueAt());
        server.now = server.now.plus(Duration.ofDays(7));
        run(server, ApprovedPlan.of(preview), grace(14, preview));
        assertEquals(List.of("late"), server.ids());
    }

    @Test
    void the_longest_grace_counts() {
        FakeServer server = new FakeServer(daysAgo("a", 40));
        CleanupReport report = run(server, grace(14), grace(21), grace(7));
        Instant due = FakeRun.token(report, "a").dueAt();
        assertEquals(FakeServer.NOW.plus(Duration.ofDays(21)), due);
    }

    @Test
    void one_that_refuses_the_listing_stops_the_run() {
        FakeServer server = new FakeServer(daysAgo("a", 40));
        CleanupReport first = FakeRun.on(server).preview().done();
        server.now = server.now.plus(Duration.ofDays(14));
        CleanupReport report = run(server, grace(14, first), new SurpriseCheck(100, true, null));
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(List.of("a"), server.ids());
    }

    @Test
    void one_that_was_made_for_another_policy_stops_the_run_before_the_server_is_asked() throws Exception {
        FakeServer server = new FakeServer(daysAgo("a", 400));
        CleanupReport preview =
                FakeRun.on(server).policy(Policies.olderThan(90)).preview().done();
        int calls = server.calls;
        CleanupReport report = run(server, grace(14, preview), ApprovedPlan.of(preview));
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(calls, server.calls);
    }
}
