package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run writes its plan, then each request before it is sent and what became of it; without an entry it stops. */
class JournalTest {
    private final List<String> entries = new ArrayList<>();
    private final Map<String, String> known = new TreeMap<>();

    /** Keeps each entry in short: a description and what is known of it. */
    private void keep(List<TokenReport> tokens) {
        tokens.forEach(token -> known.put(token.description(), state(token)));
        entries.add(String.join(
                ", ",
                tokens.stream()
                        .map(token -> token.description() + " " + state(token))
                        .toList()));
    }

    private static String state(TokenReport token) {
        if (token.outcome() == TokenOutcome.NOT_ATTEMPTED) {
            return "planned";
        }
        return token.certain() ? token.outcome().toString() : "asked";
    }

    private static CleanupReport run(FakeServer server, boolean preview, int batchSize, RemovalJournal journal) {
        CleanupRequest request = new CleanupRequest(
                server.settings(), Policies.vendorsAdvice(), RemovalCap.NONE, preview, batchSize, List.of());
        return new CleanupRun(
                        server,
                        request,
                        CleanupListener.SILENT,
                        Clock.fixed(FakeServer.NOW, ZoneOffset.UTC),
                        duration -> {})
                .journal(journal)
                .perform();
    }

    @Test
    void it_has_the_plan_then_each_request_and_what_became_of_it() {
        run(FakeRun.server(FakeRun.stale(3)), false, 2, this::keep);
        assertEquals(
                List.of(
                        "stale-0 planned, stale-1 planned, stale-2 planned",
                        "stale-0 asked",
                        "stale-0 REMOVED",
                        "stale-1 asked, stale-2 asked",
                        "stale-1 REMOVED, stale-2 REMOVED"),
                entries);
    }

    @Test
    void a_token_that_the_server_does_not_remove_is_written_as_still_there_and_again_before_the_next_request() {
        FakeServer server = FakeRun.server(FakeRun.stale(1));
        server.answerAlways(effect -> new RemovalReply.InvalidHandle());
        run(server, false, 1, this::keep);
        assertEquals(
                List.of("stale-0 planned", "stale-0 asked", "stale-0 FAILED", "stale-0 asked", "stale-0 FAILED"),
                entries);
    }

    @Test
    void nothing_is_written_twice_after_a_request_without_an_end_but_each_request_is_written() {
        FakeServer server = FakeRun.server(FakeRun.stale(1));
        server.answerAlways(
                effect -> new RemovalReply.Unclear(new CleanupException(Problem.TIMED_OUT, "Remove", "silence")));
        run(server, false, 1, this::keep);
        assertEquals(3, server.requests.size());
        assertEquals(
                List.of("stale-0 planned", "stale-0 asked", "stale-0 asked", "stale-0 asked", "stale-0 FAILED"),
                entries);
    }

    @Test
    void a_preview_and_a_run_with_nothing_to_remove_write_nothing() {
        run(FakeRun.server(FakeRun.stale(3)), true, 2, this::keep);
        run(FakeRun.server(List.of(FakeRun.daysAgo("fresh", 2))), false, 2, this::keep);
        assertEquals(List.of(), entries);
    }

    /** Three requests make seven entries: the plan, and two for each. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void without_an_entry_no_request_leaves_and_the_report_is_true(int missing) {
        FakeServer server = FakeRun.server(FakeRun.stale(5));
        CleanupReport report = run(server, false, 2, tokens -> {
            if (entries.size() == missing) {
                throw new CleanupException(Problem.NO_JOURNAL, "Write the journal", "the disk is full");
            }
            keep(tokens);
        });

        int sent = missing / 2;
        assertEquals(sent, server.requests.size());
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(ExitCode.UNEXPECTED, report.exitCode());
        assertTrue(
                report.message().startsWith("Write the journal: the disk is full. Check the disk"), report.message());
        int removed = 5 - server.ids().size();
        assertEquals(removed, report.counts().removed());
        assertEquals(5 - removed, report.counts().notAttempted(), "what was not sent counts as not attempted");
        assertTrue(report.tokens().stream().allMatch(TokenReport::certain));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5})
    void an_interruption_while_an_entry_is_written_ends_the_run_before_the_request(int at) {
        FakeServer server = FakeRun.server(FakeRun.stale(5));
        CleanupReport report = run(server, false, 2, tokens -> {
            if (entries.size() == at) {
                throw new InterruptedException();
            }
            keep(tokens);
        });

        assertTrue(Thread.interrupted());
        assertEquals(at / 2, server.requests.size());
        assertEquals(RunOutcome.INTERRUPTED, report.outcome());
        assertEquals(5 - server.ids().size(), report.counts().removed());
        assertEquals(0, report.counts().failed());
    }

    /** Whenever the process would die, the journal has the truth. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void at_every_call_to_the_server_it_names_what_is_gone_or_may_go(int batchSize) {
        FakeServer server = FakeRun.server(FakeRun.stale(7));
        server.tokens.add(FakeRun.daysAgo("fresh", 2));
        for (int call = 1; call < 40; call++) {
            server.before(call, () -> assertTrue(isTrueOf(server)));
        }
        CleanupReport report = run(server, false, batchSize, this::keep);

        assertEquals(RunOutcome.DONE, report.outcome(), report.message());
        assertTrue(isTrueOf(server));
        assertFalse(known.containsValue("asked"));
        assertFalse(known.containsKey("fresh"));
    }

    private boolean isTrueOf(FakeServer server) {
        List<String> left = server.tokens.stream().map(FakeToken::description).toList();
        return known.size() == 7
                && known.entrySet().stream().allMatch(token -> switch (token.getValue()) {
                    case "planned" -> left.contains(token.getKey());
                    case "REMOVED" -> !left.contains(token.getKey());
                    default -> true;
                });
    }
}
