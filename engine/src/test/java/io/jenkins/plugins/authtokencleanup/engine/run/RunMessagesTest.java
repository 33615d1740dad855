package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.stale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages, warnings and progress are true, and there are none without a cause. */
class RunMessagesTest {
    private final RecordedEvents events = new RecordedEvents();
    private final List<Duration> sleeps = new ArrayList<>();
    private Instant localTime = FakeServer.NOW;

    private CleanupReport run(FakeServer server, CleanupPolicy policy, boolean preview, int batchSize) {
        CleanupRequest request =
                new CleanupRequest(server.settings(), policy, RemovalCap.NONE, preview, batchSize, List.of());
        Clock clock = Clock.fixed(localTime, ZoneOffset.UTC);
        CleanupReport report = new CleanupRun(server, request, events, clock, sleeps::add).perform();
        assertEquals(events.warnings, report.warnings(), "the report has all warnings that were logged");
        return report;
    }

    private CleanupReport run(FakeServer server) {
        return run(server, Policies.vendorsAdvice(), false, 100);
    }

    @Test
    void it_says_what_it_does_and_what_is_planned() {
        CleanupReport report = run(new FakeServer(daysAgo("a", 40).created(FakeRun.days(90)), daysAgo("b", 3)));
        assertEquals(List.of("Listing AuthTokens", "1 of 2 before 2026-04-12T10:00:00Z"), events.steps);
        assertEquals("Removed 1 AuthToken of 2 listed.", report.message());
        assertEquals(List.of(), events.warnings);
        assertEquals(List.of(), sleeps);
    }

    @Test
    void a_preview_says_that_nothing_was_changed() {
        CleanupReport report = run(FakeRun.server(stale(3)), Policies.vendorsAdvice(), true, 100);
        assertEquals("Preview: 3 of 3 AuthTokens would be removed. Nothing was changed.", report.message());
        assertEquals(List.of(), events.progress);
    }

    @Test
    void progress_counts_what_went_what_failed_and_what_was_used_meanwhile() {
        FakeServer server = FakeRun.server(stale(6));
        server.tokens.add(daysAgo("fresh", 1));
        server.poison.add("stale-1");
        server.before(3, () -> server.use("stale-5"));
        run(server, Policies.vendorsAdvice(), false, 2);
        BatchProgress last = events.progress.get(events.progress.size() - 1);
        assertEquals(4, last.removed());
        assertEquals(1, last.failed());
        assertEquals(1, last.keptMeanwhile());
        assertEquals(5, last.toRemove());
        assertEquals(Duration.ZERO, last.remaining());
        for (int i = 0; i < events.progress.size(); i++) {
            assertEquals(i + 1, events.progress.get(i).batch());
            assertFalse(events.progress.get(i).remaining().isNegative());
            assertTrue(events.progress.get(i).remaining().compareTo(Duration.ofMinutes(5)) < 0);
        }
        assertTrue(events.progress.get(0).remaining().compareTo(Duration.ZERO) > 0, "five are left after the first");
    }

    @ParameterizedTest
    @CsvSource({"29, 1", "30, 0", "31, 0"})
    void fewer_days_than_the_vendor_advises_are_warned_of(int days, int warnings) {
        run(new FakeServer(), Policies.olderThan(days), false, 100);
        assertEquals(warnings, events.warnings.size());
        assertTrue(events.warnings.stream().allMatch(warning -> warning.contains("The vendor's advice")));
    }

    @Test
    void dates_that_can_not_be_read_are_warned_of() {
        run(new FakeServer(
                daysAgo("a", 40).used(new LastAccess.Unreadable()),
                daysAgo("b", 3),
                daysAgo("c", -20),
                daysAgo("d", 90).created(FakeRun.days(95))));
        assertEquals(1, events.warnings.size());
        assertTrue(events.warnings.get(0).startsWith("2 AuthTokens are kept"), events.warnings.get(0));
    }

    @Test
    void a_single_token_is_spoken_of_as_one() {
        run(new FakeServer(daysAgo("a", 40).used(new LastAccess.Unreadable()), daysAgo("b", 3)));
        assertTrue(
                events.warnings.get(0).startsWith("1 AuthToken is kept because the last access can't be read"),
                events.warnings.get(0));
    }

    @Test
    void tokens_without_a_handle_of_their_own_are_warned_of() {
        run(new FakeServer(daysAgo("a", 40).id("same"), daysAgo("b", 50).id("same")));
        assertEquals(1, events.warnings.size());
        assertTrue(events.warnings.get(0).startsWith("2 unused AuthTokens are kept"), events.warnings.get(0));
    }

    @ParameterizedTest
    @CsvSource({"999, 0", "1000, 1", "1001, 0", "2000, 1"})
    void a_full_page_may_hide_more(int tokens, int warnings) {
        FakeServer server = new FakeServer();
        for (int i = 0; i < tokens; i++) {
            server.tokens.add(daysAgo("fresh " + i, 2));
        }
        run(server);
        assertEquals(warnings, events.warnings.size());
        assertTrue(events.warnings.stream().allMatch(warning -> warning.contains("exactly " + tokens)));
    }

    @ParameterizedTest
    @CsvSource({
        "-301, 5 minutes behind",
        "-300, ''",
        "0, ''",
        "300, ''",
        "301, 5 minutes ahead of",
        "7200, 2 hours ahead of",
        "-172799, 47 hours behind",
        "-172800, 2 days behind"
    })
    void a_clock_that_is_far_off_is_warned_of(int serverAheadBy, String words) {
        localTime = FakeServer.NOW.minusSeconds(serverAheadBy);
        CleanupReport report = run(new FakeServer());
        assertEquals(serverAheadBy, report.clockSkewSeconds());
        assertEquals(words.isEmpty() ? 0 : 1, events.warnings.size());
        assertTrue(events.warnings.stream().allMatch(warning -> warning.contains(" is " + words)));
    }

    @Test
    void a_run_that_breaks_off_says_what_it_had_removed() {
        FakeServer server = FakeRun.server(stale(3));
        for (int call = 3; call < 12; call++) {
            server.at(call, () -> {
                throw new CleanupException(Problem.UNREACHABLE, "Try", "it is gone");
            });
        }
        CleanupReport report = run(server, Policies.vendorsAdvice(), false, 1);
        assertTrue(report.message().endsWith(" Removed 1 AuthToken before that."), report.message());
    }

    @Test
    void a_run_that_never_began_says_that_nothing_is_known_to_be_removed() {
        FakeServer server = FakeRun.server(stale(1)).at(0, () -> {
            throw new CleanupException(Problem.UNREACHABLE, "Try", "it is gone");
        });
        CleanupReport report = run(server);
        assertTrue(report.message().endsWith(" No AuthToken is known to be removed."), report.message());
        assertEquals(0, report.counts().listed());
    }

    @Test
    void an_error_in_the_program_is_described_by_type_and_position_only() {
        FakeServer server = FakeRun.server(stale(1)).at(0, () -> {
            throw new IllegalStateException("a secret");
        });
        CleanupReport report = run(server);
        assertEquals(ExitCode.UNEXPECTED, report.exitCode());
        assertTrue(report.message().contains("IllegalStateException at "), report.message());
        assertFalse(report.message().contains("a secret"));
    }

    @Test
    void several_removals_are_counted_in_words() {
        assertEquals(
                "Removed 3 AuthTokens of 3 listed.",
                run(FakeRun.server(stale(3))).message());
    }

    @Test
    void a_throttled_removal_waits_as_long_as_the_server_asks_and_says_so() {
        FakeServer server = FakeRun.server(stale(2));
        server.answer(0, effect -> new RemovalReply.Throttled(Duration.ofSeconds(7)));
        run(server);
        assertEquals(List.of(Duration.ofSeconds(7)), events.waits);
        assertTrue(sleeps.contains(Duration.ofSeconds(7)));
    }
}
