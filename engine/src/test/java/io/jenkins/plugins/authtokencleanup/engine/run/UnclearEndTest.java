package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says when removals take effect late, or when pages show less than there is. */
class UnclearEndTest {
    private static final RemovalReply UNCLEAR = new RemovalReply.Unclear(
            new CleanupException(Problem.UNREACHABLE, "Remove AuthTokens", "no answer in time"));

    private static void assertNothingIsClaimedToStay(FakeServer server, CleanupReport report) {
        for (TokenReport token : report.tokens()) {
            boolean gone = !server.ids().contains(token.description());
            boolean called = token.outcome() == TokenOutcome.REMOVED || !token.certain();
            assertTrue(called || !gone, () -> token.description() + " is gone, and the report says " + token.outcome());
            assertTrue(gone || token.outcome() != TokenOutcome.REMOVED, token::description);
        }
        assertTrue(
                report.outcome() != RunOutcome.DONE || report.tokens().stream().allMatch(TokenReport::certain),
                "not done");
    }

    /** The server goes on with the request after the client has given up, until one of the following calls. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_removal_that_is_done_after_the_time_out_is_called_removed_or_not_known(int call) {
        FakeServer server = FakeRun.server(FakeRun.stale(12));
        Runnable[] late = {() -> {}};
        server.answer(0, effect -> {
            late[0] = effect;
            return UNCLEAR;
        });
        server.before(call, () -> late[0].run());
        assertNothingIsClaimedToStay(server, FakeRun.on(server).batchSize(4).perform());
    }

    @Test
    void one_that_is_done_after_the_run_was_still_listed_in_the_last_look_and_not_called_kept() {
        FakeServer server = FakeRun.server(FakeRun.stale(3));
        server.answerAlways(effect -> UNCLEAR);
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(0, report.counts().kept());
        assertEquals(3, report.counts().failed());
    }

    @Test
    void after_an_unclear_end_the_next_request_names_half_as_many() {
        FakeServer server = FakeRun.server(FakeRun.stale(81));
        server.answer(1, effect -> UNCLEAR).answer(2, effect -> UNCLEAR);
        FakeRun.on(server).batchSize(40).perform();
        assertEquals(
                List.of(1, 40, 20, 10),
                server.requests.subList(0, 4).stream().map(List::size).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 40})
    void a_refused_handle_and_then_an_empty_or_much_shorter_page_removed_nothing(int shown) {
        FakeServer server = FakeRun.server(FakeRun.stale(60));
        List<FakeToken> all = List.copyOf(server.tokens);
        server.answerAlways(effect -> new RemovalReply.InvalidHandle());
        server.before(2, () -> server.tokens.subList(shown, 60).clear());
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(0, report.counts().removed(), report.message());
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertFalse(report.tokens().get(0).certain());
        assertEquals(all.size(), report.counts().listed());
    }

    @Test
    void a_refused_handle_whose_token_is_gone_all_the_same_is_not_known_to_be_removed() {
        FakeServer server = FakeRun.server(FakeRun.stale(5));
        server.answer(0, effect -> new RemovalReply.InvalidHandle());
        server.before(2, () -> server.drop("stale-0"));
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.PARTIAL, report.outcome(), report.message());
        assertEquals(4, report.counts().removed());
        assertFalse(FakeRun.token(report, "stale-0").certain());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 30})
    void success_and_then_a_page_without_tokens_that_nobody_named_is_not_believed(int shown) {
        FakeServer server = FakeRun.server(FakeRun.stale(60));
        server.before(
                2, () -> server.tokens.subList(shown, server.tokens.size()).clear());
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertTrue(
                report.message().contains("that this run never asked to remove are not among them"), report.message());
    }

    @Test
    void a_colleague_who_removes_one_token_does_not_fail_the_run() {
        FakeServer server = FakeRun.server(FakeRun.stale(5));
        server.tokens.add(FakeRun.daysAgo("fresh", 1));
        server.before(2, () -> server.drop("fresh"));
        CleanupReport report = FakeRun.on(server).done();
        assertEquals(5, report.counts().removed());
        assertEquals(
                "no longer listed; this run did not ask for its removal",
                FakeRun.token(report, "fresh").note());
        assertNotEquals(TokenOutcome.REMOVED, FakeRun.token(report, "fresh").outcome());
    }
}
