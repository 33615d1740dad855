package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON page gives its list for 45 minutes after the password, lets tokens be removed for five, and may give few
 * lists a minute (contract, sections 9 and 10). One run gives the password once, so the next one goes on.
 */
class JsonWindowsTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");
    private static final Duration NO_MORE_REMOVALS = Duration.ofMinutes(6);
    private static final Duration NO_MORE_LISTS = Duration.ofMinutes(46);

    private final TestClock clock = TestClock.at(NOW);

    static Stream<Arguments> requests() {
        List<Arguments> all = new ArrayList<>();
        for (Shape shape : List.of(Shape.JSON_SEVERAL_BATCHES, Shape.JSON_ONE_BY_ONE, Shape.JSON_FAILS_MIDWAY)) {
            for (int request = 5; request < shape.requests().size(); request++) {
                all.add(Arguments.of(shape, request, NO_MORE_REMOVALS));
                all.add(Arguments.of(shape, request, NO_MORE_LISTS));
            }
        }
        return Sample.oneIn(7, all).stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void wherever_the_time_is_over_the_report_is_true_and_the_next_run_goes_on(
            Shape shape, int request, Duration passed) {
        List<TestToken> tokens = Shape.tokens(NOW);
        try (AnalyticsServer server = shape.settings(tokens).clock(clock).start()) {
            server.before(request, () -> clock.advance(passed));
            CleanupReport report = shape.cleanup(server).run();
            Truth truth = Truth.of(tokens, server, report);
            truth.assertDoneIsDone(report);
            assertEquals(1, server.signInAttempts());
            if (passed.equals(NO_MORE_REMOVALS)) {
                assertTrue(report.tokens().stream().allMatch(token -> token.certain()), "the list shows what is there");
                boolean left = !truth.lost().containsAll(stale(tokens));
                boolean some = report.counts().removed() > 0;
                RunOutcome expected = !left ? RunOutcome.DONE : some ? RunOutcome.PARTIAL : RunOutcome.FAILED;
                assertEquals(expected, report.outcome(), report.message());
            }
            assertEquals(RunOutcome.DONE, shape.cleanup(server).run().outcome());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
        }
    }

    private static List<String> stale(List<TestToken> tokens) {
        return Account.descriptions(tokens).stream()
                .filter(description -> description.startsWith("stale"))
                .toList();
    }

    /** Each wait takes its time, so that five minutes are over at some time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void lists_that_are_throttled_are_waited_for_and_run_after_run_completes_the_work(int listsAMinute) {
        List<TestToken> tokens = Account.mixed(NOW, 200);
        ServerSettings settings = AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .accountsPage(AccountsPage.JSON)
                .jsonPage(page -> page.listsAMinute(listsAMinute))
                .clock(clock)
                .tokens(tokens);
        try (AnalyticsServer server = settings.start()) {
            List<RunOutcome> outcomes = new ArrayList<>();
            IntStream.range(0, 4).forEach(run -> {
                List<TestToken> before = server.tokens();
                int signIns = server.signInAttempts();
                CleanupReport report =
                        Cleanup.of(server).sleeper(clock::advance).run();
                outcomes.add(report.outcome());
                assertEquals(signIns + 1, server.signInAttempts());
                assertEquals(
                        before.size() - server.tokens().size(), report.counts().removed(), report.message());
            });
            assertEquals(RunOutcome.DONE, outcomes.get(3), outcomes::toString);
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
            assertTrue(server.log(RequestKind.REMOVE).stream()
                    .allMatch(request -> request.target().split(",").length <= 20));
        }
    }
}
