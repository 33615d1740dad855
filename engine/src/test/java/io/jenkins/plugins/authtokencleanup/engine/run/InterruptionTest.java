package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.Handles;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupted at any call, a run stops, closes its connection and reports what it did. */
class InterruptionTest {

    @AfterEach
    void clearFlag() {
        Thread.interrupted();
    }

    private static void endsTruthfully(FakeServer server, CleanupReport report, int before) {
        assertTrue(Thread.interrupted(), "the thread's flag is set");
        assertEquals(RunOutcome.INTERRUPTED, report.outcome(), report.message());
        assertEquals(ExitCode.INTERRUPTED, report.exitCode());
        assertEquals(before - server.ids().size(), report.counts().removed(), report.message());
        assertTrue(report.message().startsWith("Interrupted."), report.message());
    }

    /** The thread is interrupted while the call goes on, as by an abort of a build; the call itself succeeds. */
    @ParameterizedTest
    @CsvSource({
        "STABLE, 1", "STABLE, 2", "STABLE, 3", "STABLE, 4", "STABLE, 5", "STABLE, 6", "STABLE, 7",
        "VOLATILE, 1", "VOLATILE, 2", "VOLATILE, 3", "VOLATILE, 4", "VOLATILE, 5", "VOLATILE, 6", "VOLATILE, 7"
    })
    void the_flag_is_seen_before_the_next_request(Handles handles, int call) {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.handles = handles;
        server.before(call, () -> Thread.currentThread().interrupt());
        CleanupReport report = FakeRun.on(server).batchSize(5).perform();
        endsTruthfully(server, report, 30);
        assertTrue(server.calls <= call + 3, () -> server.calls + " calls");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void a_call_that_is_interrupted_ends_the_run(int call) {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.at(call, () -> {
            throw new InterruptedException();
        });
        CleanupReport report = FakeRun.on(server).batchSize(5).perform();
        endsTruthfully(server, report, 30);
        assertTrue(server.calls <= call + 2, () -> server.calls + " calls");
        assertEquals(0, report.counts().failed(), "what was not sent counts as not attempted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_removal_whose_answer_was_not_awaited_is_settled_by_one_quick_look(boolean arrived) {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answer(2, effect -> {
            if (arrived) {
                effect.run();
            }
            Thread.currentThread().interrupt();
            return new RemovalReply.Unclear(
                    new CleanupException(Problem.UNREACHABLE, "Remove AuthTokens", "interrupted"));
        });
        CleanupReport report = FakeRun.on(server).batchSize(5).perform();
        endsTruthfully(server, report, 30);
        assertEquals(arrived ? 11 : 6, report.counts().removed());
        assertEquals(arrived ? 0 : 5, report.counts().failed());
    }

    @Test
    void if_the_quick_look_fails_too_the_report_says_that_it_does_not_know() {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answer(2, effect -> {
            effect.run();
            Thread.currentThread().interrupt();
            return new RemovalReply.Accepted();
        });
        server.at(6, () -> {
            throw new CleanupException(Problem.UNREACHABLE, "Read the AuthTokens page", "reset");
        });
        CleanupReport report = FakeRun.on(server).batchSize(5).perform();
        assertTrue(Thread.interrupted());
        assertEquals(RunOutcome.INTERRUPTED, report.outcome());
        assertEquals(6, report.counts().removed());
        List<TokenReport> unknown = report.tokens().stream()
                .filter(token -> token.note().contains("not known"))
                .toList();
        assertEquals(5, unknown.size());
        assertTrue(unknown.stream().allMatch(token -> token.outcome() == TokenOutcome.FAILED));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void an_interrupted_wait_ends_the_run(int wait) {
        FakeServer server = FakeRun.server(FakeRun.stale(30));
        server.answerAlways(effect -> new RemovalReply.Throttled(null));
        AtomicInteger waits = new AtomicInteger();
        CleanupReport report = FakeRun.on(server)
                .batchSize(5)
                .sleeper(pause -> {
                    if (waits.getAndIncrement() == wait) {
                        throw new InterruptedException();
                    }
                })
                .perform();
        endsTruthfully(server, report, 30);
        assertEquals(wait + 1, server.requests.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Handles.class,
            names = {"STABLE", "VOLATILE"})
    void a_preview_is_interrupted_likewise(Handles handles) {
        FakeServer server = FakeRun.server(FakeRun.stale(3));
        server.handles = handles;
        server.at(0, () -> {
            throw new InterruptedException();
        });
        endsTruthfully(server, FakeRun.on(server).preview().perform(), 3);
    }
}
