package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.BadHandle;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not remove what it is asked to, or says something else than it does. */
class RefusalsTest {
    private static final RemovalReply UNCLEAR =
            new RemovalReply.Unclear(new CleanupException(Problem.UNREACHABLE, "Remove AuthTokens", "reset"));

    @ParameterizedTest
    @CsvSource({
        "REJECT_ALL, 0", "REJECT_ALL, 17", "REJECT_ALL, 59",
        "SKIP_BAD_SUCCESS, 0", "SKIP_BAD_SUCCESS, 17", "SKIP_BAD_SUCCESS, 59",
        "SKIP_BAD_INVALID, 0", "SKIP_BAD_INVALID, 17", "SKIP_BAD_INVALID, 59",
        "STOP_AT_BAD, 0", "STOP_AT_BAD, 17", "STOP_AT_BAD, 59"
    })
    void one_token_that_cannot_be_removed_keeps_no_other_from_going(BadHandle policy, int poison) {
        FakeServer server = FakeRun.server(FakeRun.stale(60));
        server.badHandle = policy;
        server.poison.add("stale-" + poison);
        CleanupReport report = FakeRun.on(server).batchSize(16).perform();
        assertEquals(List.of("stale-" + poison), server.ids());
        assertEquals(59, report.counts().removed());
        assertEquals(List.of("stale-" + poison), FakeRun.descriptions(report, TokenOutcome.FAILED));
        assertEquals(RunOutcome.PARTIAL, report.outcome());
        assertEquals(ExitCode.SOME_FAILED, report.exitCode());
        assertTrue(FakeRun.token(report, "stale-" + poison).note().contains("does not remove it"));
        assertTrue(server.requests.size() < 30, () -> server.requests.size() + " requests");
    }

    @ParameterizedTest
    @EnumSource(BadHandle.class)
    void neither_do_several(BadHandle policy) {
        FakeServer server = FakeRun.server(FakeRun.stale(60));
        server.badHandle = policy;
        List<String> poison = List.of("stale-0", "stale-1", "stale-2", "stale-30", "stale-31", "stale-59");
        server.poison.addAll(poison);
        CleanupReport report = FakeRun.on(server).batchSize(16).perform();
        assertEquals(new HashSet<>(poison), new HashSet<>(server.ids()));
        assertEquals(54, report.counts().removed());
        assertEquals(6, report.counts().failed());
    }

    @ParameterizedTest
    @EnumSource(BadHandle.class)
    void a_server_that_removes_nothing_is_left_alone_after_a_few_tries(BadHandle policy) {
        FakeServer server = FakeRun.server(FakeRun.stale(500));
        server.badHandle = policy;
        server.poison.addAll(server.ids());
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(500, server.ids().size());
        assertEquals(0, report.counts().removed());
        assertEquals(RunOutcome.PARTIAL, report.outcome());
        assertTrue(server.requests.size() <= 10, () -> server.requests.size() + " requests");
        assertTrue(server.requests.stream().allMatch(named -> named.size() == 1), "it never named more than one");
    }

    @Test
    void a_server_that_says_success_but_does_nothing_is_not_believed() {
        FakeServer server = FakeRun.server(FakeRun.stale(50));
        server.answerAlways(effect -> new RemovalReply.Accepted());
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(0, report.counts().removed());
        assertEquals(RunOutcome.PARTIAL, report.outcome());
        assertTrue(server.requests.size() <= 10);
    }

    @Test
    void a_server_that_says_success_and_then_cannot_be_read_is_not_believed_either() {
        FakeServer server = FakeRun.server(FakeRun.stale(50));
        server.answerAlways(effect -> new RemovalReply.Accepted());
        for (int call = 2; call < 20; call++) {
            server.at(call, () -> {
                throw new CleanupException(Problem.UNREACHABLE, "Read the AuthTokens page", "reset");
            });
        }
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(ExitCode.NOT_REACHED, report.exitCode());
        assertEquals(0, report.counts().removed(), "what was not seen to be gone is not called removed");
        assertEquals(1, report.counts().failed());
        assertTrue(
                report.tokens().get(0).note().contains("not known"),
                report.tokens().get(0)::note);
    }

    @Test
    void what_a_second_look_was_to_confirm_stays_open_if_it_fails() {
        FakeServer server = FakeRun.server(FakeRun.stale(5));
        server.answerAlways(effect -> new RemovalReply.Accepted());
        for (int call = 3; call < 20; call++) {
            server.at(call, () -> {
                throw new CleanupException(Problem.UNREACHABLE, "Read the AuthTokens page", "reset");
            });
        }
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(0, report.counts().removed());
        assertTrue(
                report.tokens().get(0).note().contains("not known"),
                report.tokens().get(0)::note);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_request_without_answer_is_settled_by_the_next_listing(boolean arrived) {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answer(1, effect -> {
            if (arrived) {
                effect.run();
            }
            return UNCLEAR;
        });
        CleanupReport report = FakeRun.on(server).batchSize(10).done();
        assertEquals(30, report.counts().removed());
        assertEquals(List.of(), server.ids());
        assertEquals(5, server.requests.get(2).size(), "half as many");
    }

    @Test
    void requests_that_never_get_an_answer_end_the_run() {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answerAlways(effect -> UNCLEAR);
        CleanupReport report = FakeRun.on(server).batchSize(10).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(ExitCode.NOT_REACHED, report.exitCode());
        assertEquals(3, server.requests.size());
        assertEquals(30, server.ids().size());
        assertEquals(0, report.counts().removed());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_server_that_refuses_for_good_is_asked_once(boolean actsAllTheSame) {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answer(1, effect -> {
            if (actsAllTheSame) {
                effect.run();
            }
            return new RemovalReply.Denied(new CleanupException(Problem.WRITE_DENIED, "Remove AuthTokens", "no"));
        });
        CleanupReport report = FakeRun.on(server).batchSize(10).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(ExitCode.SOME_FAILED, report.exitCode());
        assertEquals(2, server.requests.size());
        assertEquals(1, report.counts().removed());
        long notKnown =
                report.tokens().stream().filter(token -> !token.certain()).count();
        assertEquals(29 - server.ids().size(), notKnown, "refused, and gone all the same");
    }

    @Test
    void a_throttled_request_is_sent_again_after_a_look_and_not_for_ever() {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answer(0, effect -> new RemovalReply.Throttled(null));
        server.answer(2, effect -> {
            effect.run();
            return new RemovalReply.Throttled(null);
        });
        CleanupReport report = FakeRun.on(server).batchSize(10).perform();
        assertEquals(RunOutcome.PARTIAL, report.outcome());
        assertEquals(20, report.counts().removed());
        assertEquals(
                10, report.tokens().stream().filter(token -> !token.certain()).count(), "throttled, and gone");
        FakeServer stubborn = FakeRun.server(FakeRun.stale(30));
        stubborn.answerAlways(effect -> new RemovalReply.Throttled(null));
        CleanupReport out = FakeRun.on(stubborn).perform();
        assertEquals(RunOutcome.FAILED, out.outcome());
        assertTrue(stubborn.requests.size() <= 9);
        assertEquals(0, out.counts().removed());
    }

    @Test
    void an_error_in_this_program_still_ends_with_a_true_report() {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answer(1, effect -> {
            effect.run();
            throw new IllegalStateException("a handle may stand here: handle of stale-3");
        });
        CleanupReport report = FakeRun.on(server).batchSize(10).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(ExitCode.UNEXPECTED, report.exitCode());
        assertEquals(1, report.counts().removed());
        assertEquals(10, report.counts().failed());
        assertTrue(report.tokens().stream()
                .filter(token -> token.outcome() == TokenOutcome.FAILED)
                .allMatch(token -> token.note().contains("not known")));
        assertTrue(!report.message().contains("handle of"), report.message());
    }
}
