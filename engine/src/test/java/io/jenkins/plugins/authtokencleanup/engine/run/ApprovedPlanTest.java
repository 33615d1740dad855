package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With an approved plan, only what it planned and what is unchanged since goes. */
class ApprovedPlanTest {
    private static FakeServer server() {
        FakeServer server = new FakeServer(
                daysAgo("a", 40), daysAgo("b", 50), daysAgo("c", 60), daysAgo("fresh", 29), daysAgo("now", 0));
        return server;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unchanged_tokens_go_also_two_days_later_and_newly_stale_ones_stay(boolean relative) throws Exception {
        FakeServer server = server();
        server.relative = relative;
        CleanupReport preview = FakeRun.on(server).preview().done();
        assertEquals(3, preview.counts().wouldRemove());
        server.now = server.now.plus(Duration.ofDays(2).plusHours(7));
        CleanupReport report = FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("fresh", "now"), server.ids());
        assertEquals(Reason.NOT_IN_APPROVED_PLAN, FakeRun.token(report, "fresh").reason());
        assertEquals(Reason.RECENTLY_USED, FakeRun.token(report, "now").reason());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_token_used_since_the_preview_stays_even_if_it_is_stale_again(boolean relative) throws Exception {
        FakeServer server = server();
        server.relative = relative;
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.now = server.now.plus(Duration.ofDays(1));
        server.use("b");
        server.now = server.now.plus(Duration.ofDays(35));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("b", "fresh", "now"), server.ids());
    }

    @Test
    void a_token_made_since_the_preview_stays() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.tokens.add(daysAgo("d", 44));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("fresh", "now", "d"), server.ids());
    }

    @Test
    void a_twin_of_a_planned_token_stays() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.tokens.add(daysAgo("a", 33).id("twin"));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("fresh", "now", "twin"), server.ids());
    }

    @Test
    void a_twin_that_takes_the_number_of_a_token_gone_since_stays() throws Exception {
        FakeServer server =
                new FakeServer(daysAgo("x", 90).id("planned"), daysAgo("x", 29).id("twin"));
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.drop("planned");
        server.now = server.now.plus(Duration.ofDays(5));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("twin"), server.ids());
    }

    @Test
    void a_never_used_token_that_is_used_since_stays() throws Exception {
        CleanupPolicy judge = FakeRun.policy(NeverUsed.JUDGE, 0);
        FakeServer server = new FakeServer(
                FakeToken.named("n").created(FakeRun.days(90)),
                FakeToken.named("m").created(FakeRun.days(90)));
        CleanupReport preview = FakeRun.on(server).policy(judge).preview().done();
        assertEquals(2, preview.counts().wouldRemove());
        server.use("n");
        server.now = server.now.plus(Duration.ofDays(60));
        FakeRun.on(server).policy(judge).approved(preview).done();
        assertEquals(List.of("n"), server.ids());
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("days", Policies.olderThan(31)),
                Arguments.of("never used", FakeRun.policy(NeverUsed.JUDGE, 0)),
                Arguments.of("protect", FakeRun.policy(NeverUsed.KEEP, 0, "a*")),
                Arguments.of("newest", FakeRun.policy(NeverUsed.KEEP, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void a_plan_for_another_policy_is_refused_before_the_server_is_asked(String what, CleanupPolicy other)
            throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        int calls = server.calls;
        CleanupReport report =
                FakeRun.on(server).policy(other).approved(preview).perform();
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(ExitCode.REFUSED, report.exitCode());
        assertEquals(calls, server.calls);
        assertEquals(1, server.opened, "no second sign-in");
        assertEquals(5, server.ids().size());
    }

    @Test
    void a_plan_of_another_server_or_account_is_refused() throws Exception {
        CleanupReport preview = FakeRun.on(server()).preview().done();
        ApprovedPlan plan = ApprovedPlan.of(preview);
        CleanupPolicy policy = Policies.vendorsAdvice();
        assertProblem(Problem.PLAN_REFUSED, () -> plan.check("https://other:8443", "admin@example.com", policy));
        assertProblem(Problem.PLAN_REFUSED, () -> plan.check("https://fake:8443", "other@example.com", policy));
        plan.check("https://fake:8443", "admin@example.com", policy);
    }

    @Test
    void only_a_preview_that_ended_well_is_a_plan() {
        FakeServer server = server();
        CleanupReport run = FakeRun.on(server()).done();
        assertProblem(Problem.PLAN_REFUSED, () -> ApprovedPlan.of(run));
        server.at(0, () -> {
            throw new InterruptedException();
        });
        CleanupReport broken = FakeRun.on(server).preview().perform();
        assertTrue(Thread.interrupted());
        assertProblem(Problem.PLAN_REFUSED, () -> ApprovedPlan.of(broken));
    }

    @Test
    void the_cap_still_holds() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        CleanupReport report = FakeRun.on(server)
                .cap(new RemovalCap(2, null))
                .approved(preview)
                .perform();
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(5, server.ids().size());
    }

    @Test
    void a_preview_of_an_approved_plan_shows_what_would_still_go() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.use("a");
        CleanupReport again = FakeRun.on(server).preview().approved(preview).done();
        assertEquals(List.of("b", "c"), FakeRun.descriptions(again, TokenOutcome.WOULD_REMOVE));
    }
}
