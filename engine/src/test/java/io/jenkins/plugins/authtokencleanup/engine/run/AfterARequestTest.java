package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.stale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run does after a removal request, until it knows what became of the tokens: looks, waits, and words. */
class AfterARequestTest {
    private final List<Long> pauses = new ArrayList<>();

    private CleanupReport run(FakeServer server) {
        return FakeRun.on(server)
                .sleeper(pause -> pauses.add(pause.toSeconds()))
                .perform();
    }

    private static FakeServer.Trouble unreachable() {
        return () -> {
            throw new CleanupException(Problem.UNREACHABLE, "Read", "nothing is there");
        };
    }

    @Test
    void a_list_that_can_not_be_read_is_tried_three_times_with_growing_pauses() {
        FakeServer server = FakeRun.server(stale(1));
        server.at(2, unreachable()).at(3, unreachable());
        assertEquals(RunOutcome.DONE, run(server).outcome());
        assertEquals(List.of(1L, 2L), pauses);
        assertEquals(5, server.calls);
    }

    @Test
    void after_the_third_time_the_run_ends_and_the_report_says_what_is_open() {
        FakeServer server = FakeRun.server(stale(1));
        server.at(2, unreachable()).at(3, unreachable()).at(4, unreachable());
        CleanupReport report = run(server);
        assertEquals(List.of(1L, 2L), pauses);
        assertEquals(5, server.calls);
        assertEquals(TokenOutcome.FAILED, report.tokens().get(0).outcome());
        assertTrue(report.tokens().get(0).note().contains("whether it is gone is not known"));
    }

    @Test
    void without_an_answer_it_is_not_known_either() {
        FakeServer server = FakeRun.server(stale(1));
        server.answer(
                0, effect -> new RemovalReply.Unclear(new CleanupException(Problem.UNREACHABLE, "Ask", "no answer")));
        for (int call = 2; call < 8; call++) {
            server.at(call, unreachable());
        }
        CleanupReport report = run(server);
        assertTrue(report.tokens().get(0).note().contains("whether it is gone is not known"));
    }

    private static RemovalReply unclear() {
        return new RemovalReply.Unclear(new CleanupException(Problem.UNREACHABLE, "Ask", "no answer"));
    }

    @Test
    void a_run_that_is_denied_waits_and_looks_at_what_an_earlier_request_left_open() {
        FakeServer server = FakeRun.server(stale(3));
        server.answer(0, effect -> unclear());
        server.answer(1, effect -> new RemovalReply.Denied(new CleanupException(Problem.WRITE_DENIED, "Ask", "no")));
        CleanupReport report = run(server);
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(List.of(1L, 60L), pauses);
        assertTrue(report.tokens().stream().allMatch(TokenReport::certain), "all three were seen after that");
    }

    @Test
    void a_token_that_goes_late_when_others_are_named_is_looked_for_twice() {
        List<FakeToken> tokens = stale(2);
        FakeServer server = FakeRun.server(tokens);
        server.answer(0, effect -> unclear());
        server.answer(1, effect -> {
            tokens.forEach(token -> server.drop(token.id()));
            return new RemovalReply.Accepted();
        });
        CleanupReport report = run(server);
        assertEquals(RunOutcome.DONE, report.outcome(), report::message);
        assertEquals(2, report.counts().removed());
        assertEquals(List.of(1L, 1L), pauses);
    }

    @Test
    void success_that_does_not_show_is_looked_for_once_more_after_a_pause_and_again_a_full_time_out_later() {
        FakeServer server = FakeRun.server(stale(1));
        server.answerAlways(effect -> new RemovalReply.Accepted());
        CleanupReport report = run(server);
        assertEquals(List.of(1L, 1L, 60L), pauses, "one pause for each of two requests, then the time-out");
        assertEquals(2, server.requests.size());
        assertEquals(
                "the server does not remove it: it says that it did, but still lists it",
                report.tokens().get(0).note());
    }

    @Test
    void success_that_shows_late_is_not_called_a_failure() {
        FakeServer server = FakeRun.server(stale(1));
        List<Runnable> late = new ArrayList<>();
        server.answerAlways(effect -> {
            late.add(effect);
            return new RemovalReply.Accepted();
        });
        server.before(7, () -> late.forEach(Runnable::run));
        CleanupReport report = run(server);
        assertEquals(RunOutcome.DONE, report.outcome());
        assertEquals(1, report.counts().removed());
    }

    @Test
    void success_that_has_not_shown_when_the_run_breaks_off_is_not_known() {
        FakeServer server = FakeRun.server(stale(2));
        server.answerAlways(effect -> new RemovalReply.Accepted());
        for (int call = 5; call < 10; call++) {
            server.at(call, unreachable());
        }
        CleanupReport report = run(server);
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertFalse(report.tokens().get(0).certain());
    }

    @Test
    void a_handle_that_is_refused_is_tried_twice() {
        FakeServer server = FakeRun.server(stale(1));
        server.answerAlways(effect -> new RemovalReply.InvalidHandle());
        CleanupReport report = run(server);
        assertEquals(List.of(), pauses);
        assertEquals(2, server.requests.size());
        assertEquals(
                "the server does not remove it: it says that the handle on its own page is not valid",
                report.tokens().get(0).note());
    }

    @Test
    void an_answer_between_two_throttled_requests_restores_the_patience() {
        FakeServer server = FakeRun.server(stale(3));
        RemovalReply throttled = new RemovalReply.Throttled(null);
        server.answer(0, effect -> throttled).answer(1, effect -> throttled).answer(3, effect -> throttled);
        assertEquals(RunOutcome.DONE, run(server).outcome());
        assertEquals(List.of(1L, 2L, 1L), pauses);
    }

    @Test
    void a_server_that_throttles_for_too_long_is_looked_at_once_more() {
        FakeServer server = FakeRun.server(stale(2));
        server.answer(0, effect -> {
            effect.run();
            return new RemovalReply.Throttled(Duration.ofHours(1));
        });
        CleanupReport report = run(server);
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(0, report.counts().removed());
        assertFalse(report.tokens().get(0).certain(), "it is gone, though the server refused");
        assertEquals(List.of(), pauses);
    }

    @Test
    void a_list_that_is_throttled_out_is_not_tried_again() {
        FakeServer server = FakeRun.server(stale(1));
        server.at(2, () -> {
            throw new CleanupException(Problem.THROTTLED, "Read", "the server asked to slow down");
        });
        assertEquals(RunOutcome.FAILED, run(server).outcome());
        assertEquals(List.of(), pauses);
    }
}
