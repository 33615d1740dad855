package io.jenkins.plugins.authtokencleanup.engine;

import static io.jenkins.plugins.authtokencleanup.engine.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.PlanRefusedException;
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
    void unchangedTokensGoAlsoTwoDaysLaterAndNewlyStaleOnesStay(boolean relative) throws Exception {
        FakeServer server = server();
        server.relative = relative;
        CleanupReport preview = FakeRun.on(server).preview().done();
        assertEquals(3, preview.counts().wouldRemove());
        server.now = server.now.plus(Duration.ofDays(2).plusHours(7));
        CleanupReport report = FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("fresh", "now"), server.ids());
        assertEquals(
                Reason.NOT_IN_APPROVED_PLAN, FakeRun.token(report, "fresh").reason());
        assertEquals(Reason.RECENTLY_USED, FakeRun.token(report, "now").reason());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTokenUsedSinceThePreviewStaysEvenIfItIsStaleAgain(boolean relative) throws Exception {
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
    void aTokenMadeSinceThePreviewStays() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.tokens.add(daysAgo("d", 44));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("fresh", "now", "d"), server.ids());
    }

    @Test
    void aTwinOfAPlannedTokenStays() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.tokens.add(daysAgo("a", 33).id("twin"));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("fresh", "now", "twin"), server.ids());
    }

    @Test
    void aTwinThatTakesTheNumberOfATokenGoneSinceStays() throws Exception {
        FakeServer server = new FakeServer(daysAgo("x", 90).id("planned"), daysAgo("x", 29).id("twin"));
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.drop("planned");
        server.now = server.now.plus(Duration.ofDays(5));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of("twin"), server.ids());
    }

    @Test
    void aNeverUsedTokenThatIsUsedSinceStays() throws Exception {
        CleanupPolicy judge = FakeRun.policy(NeverUsed.JUDGE, 0);
        FakeServer server = new FakeServer(
                FakeToken.named("n").created(FakeRun.days(90)), FakeToken.named("m").created(FakeRun.days(90)));
        CleanupReport preview = FakeRun.on(server).policy(judge).preview().done();
        assertEquals(2, preview.counts().wouldRemove());
        server.use("n");
        server.now = server.now.plus(Duration.ofDays(60));
        FakeRun.on(server).policy(judge).approved(preview).done();
        assertEquals(List.of("n"), server.ids());
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("days", CleanupPolicy.olderThan(31)),
                Arguments.of("never used", FakeRun.policy(NeverUsed.JUDGE, 0)),
                Arguments.of("protect", FakeRun.policy(NeverUsed.KEEP, 0, "a*")),
                Arguments.of("newest", FakeRun.policy(NeverUsed.KEEP, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void aPlanForAnotherPolicyIsRefusedBeforeTheServerIsAsked(String what, CleanupPolicy other) throws Exception {
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
    void aPlanOfAnotherServerOrAccountIsRefused() throws Exception {
        CleanupReport preview = FakeRun.on(server()).preview().done();
        ApprovedPlan plan = ApprovedPlan.of(preview);
        CleanupPolicy policy = CleanupPolicy.vendorsAdvice();
        assertThrows(
                PlanRefusedException.class, () -> plan.check("https://other:8443", "admin@example.com", policy));
        assertThrows(PlanRefusedException.class, () -> plan.check("https://fake:8443", "other@example.com", policy));
        plan.check("https://fake:8443", "admin@example.com", policy);
    }

    @Test
    void onlyAPreviewThatEndedWellIsAPlan() {
        FakeServer server = server();
        CleanupReport run = FakeRun.on(server()).done();
        assertThrows(PlanRefusedException.class, () -> ApprovedPlan.of(run));
        server.at(0, () -> {
            throw new InterruptedException();
        });
        CleanupReport broken = FakeRun.on(server).preview().perform();
        assertTrue(Thread.interrupted());
        assertThrows(PlanRefusedException.class, () -> ApprovedPlan.of(broken));
    }

    @Test
    void theCapStillHolds() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        CleanupPolicy capped = new CleanupPolicy(30, NeverUsed.KEEP, List.of(), 0, new RemovalCap(2, null));
        CleanupReport report =
                FakeRun.on(server).policy(capped).approved(preview).perform();
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(5, server.ids().size());
    }

    @Test
    void aPreviewOfAnApprovedPlanShowsWhatWouldStillGo() throws Exception {
        FakeServer server = server();
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.use("a");
        CleanupReport again = FakeRun.on(server).preview().approved(preview).done();
        assertEquals(List.of("b", "c"), FakeRun.descriptions(again, TokenOutcome.WOULD_REMOVE));
    }
}
