package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An approved plan and a grace period on the wire, with both kinds of AuthTokens page. */
class RestrictionsTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");
    private static final int GRACE = 14;

    private final TestClock clock = TestClock.at(NOW);
    private final List<TestToken> tokens = Account.mixed(NOW, 40);

    static Stream<Arguments> pages() {
        return Stream.of(AccountsPage.values())
                .flatMap(page -> Stream.of(Arguments.of(page, false), Arguments.of(page, true)));
    }

    private AnalyticsServer server(AccountsPage page, boolean newHandles) {
        return AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .accountsPage(page)
                .volatileHandles(newHandles)
                .clock(clock)
                .tokens(tokens)
                .start();
    }

    private TestToken use(AnalyticsServer server, String description) {
        TestToken used = tokens.stream()
                .filter(token -> token.description().equals(description))
                .findFirst()
                .orElseThrow();
        server.use(used.id());
        return used;
    }

    private List<String> survivorsAnd(String... others) {
        List<String> all = new ArrayList<>(Account.survivors(tokens));
        all.addAll(List.of(others));
        return all.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void an_approved_plan_removes_what_it_shows_unless_it_changed(AccountsPage page, boolean newHandles)
            throws Exception {
        try (AnalyticsServer server = server(page, newHandles)) {
            CleanupReport preview = Cleanup.of(server).preview().run();
            clock.advance(Duration.ofHours(1));
            use(server, "stale-5");
            server.addToken(TestToken.named("stale and new here").usedDaysAgo(100, NOW));
            CleanupReport report =
                    Cleanup.of(server).restricted(ApprovedPlan.of(preview)).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(survivorsAnd("stale-5", "stale and new here"), Account.descriptions(server.tokens()));
            assertEquals(15, report.counts().removed());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void in_the_grace_period_nothing_goes_and_after_it_what_was_not_used(AccountsPage page, boolean newHandles) {
        try (AnalyticsServer server = server(page, newHandles)) {
            CleanupReport first =
                    Cleanup.of(server).restricted(new GracePeriod(GRACE)).run();
            assertEquals(tokens.size(), server.tokens().size());
            clock.advance(Duration.ofDays(GRACE + 1));
            use(server, "stale-5");
            GracePeriod grace = new GracePeriod(GRACE);
            grace.remember(first);
            CleanupReport report = Cleanup.of(server).restricted(grace).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(survivorsAnd("stale-5"), Account.descriptions(server.tokens()));
            long newlyUnused = report.tokens().stream()
                    .filter(token -> token.reason() == Reason.IN_GRACE)
                    .count();
            assertEquals(
                    tokens.stream()
                            .filter(token -> token.description().startsWith("fresh"))
                            .filter(token -> token.lastAccessed().isBefore(NOW.minus(Duration.ofDays(15))))
                            .count(),
                    newlyUnused);
        }
    }
}
