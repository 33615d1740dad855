package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which list after a removal is believed, and what ends a run whose server removes what it was not asked to. */
class CredibleListTest {
    private static FakeServer server(int stale, int fresh) {
        FakeServer server = FakeRun.server(FakeRun.stale(stale));
        for (int i = 0; i < fresh; i++) {
            server.tokens.add(daysAgo("fresh-" + i, 1));
        }
        return server;
    }

    @Test
    void the_tokens_of_another_account_are_not_taken_for_ones_that_came_into_view() {
        FakeServer server = server(4, 8);
        List<String> theirs = new ArrayList<>();
        server.before(2, () -> {
            server.tokens.clear();
            for (int i = 0; i < 12; i++) {
                server.tokens.add(daysAgo("theirs-" + i, 90));
            }
            theirs.addAll(server.ids());
        });
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(theirs, server.ids());
        assertEquals(0, report.counts().removed());
        assertEquals(12, report.counts().listed());
    }

    @Test
    void one_new_token_does_not_make_a_short_list_credible() {
        FakeServer server = server(10, 20);
        server.answer(0, effect -> new RemovalReply.Accepted());
        server.before(2, () -> {
            server.tokens.subList(0, 29).clear();
            server.tokens.add(daysAgo("new", 0));
        });
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.FAILED, report.outcome(), report.message());
        assertEquals(0, report.counts().removed());
        assertFalse(report.tokens().get(0).certain());
    }

    @Test
    void a_server_that_removes_another_token_than_the_one_named_is_stopped_after_the_second_time() {
        FakeServer server = server(20, 40);
        server.answerAlways(effect -> {
            server.tokens.remove(server.tokens.size() - 1);
            return new RemovalReply.Accepted();
        });
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertTrue(report.message().contains("are gone instead"), report.message());
        assertEquals(2, server.requests.size());
        assertTrue(FakeRun.token(report, "fresh-39").note().contains("in place of another"));
    }

    @Test
    void a_token_that_went_because_handles_moved_is_called_so() {
        FakeServer server = new FakeServer(daysAgo("in use", 1), daysAgo("stale", 60));
        server.handles = FakeServer.Handles.POSITIONS;
        server.before(1, () -> server.tokens.add(server.tokens.remove(0)));
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(List.of("stale"), server.ids());
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertTrue(FakeRun.token(report, "in use").note().contains("in place of another"), report.message());
    }

    @Test
    void a_server_that_takes_another_token_along_with_each_request_is_stopped_once_it_is_too_many_in_all() {
        FakeServer server = server(20, 20);
        Predicate<FakeToken> fresh = token -> token.description().startsWith("fresh");
        server.answerAlways(effect -> {
            effect.run();
            server.tokens.remove(
                    server.tokens.stream().filter(fresh).findFirst().orElseThrow());
            return new RemovalReply.Accepted();
        });
        CleanupReport report = FakeRun.on(server).batchSize(1).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(16, server.tokens.stream().filter(fresh).count(), "three are tolerated");
    }

    @Test
    void a_few_that_are_gone_unasked_are_a_warning() {
        FakeServer server = server(3, 8);
        server.before(2, () -> server.drop("fresh-0"));
        CleanupReport report = FakeRun.on(server).done();
        String warning = report.warnings().get(report.warnings().size() - 1);
        assertTrue(
                warning.startsWith("1 AuthToken is no longer listed, although this run never asked to remove"),
                warning);
    }
}
