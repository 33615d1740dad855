package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.stale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.policy.Verdict;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.Handles;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows of a new listing are tokens that were seen before: others make, use and remove tokens that look alike. */
class FoundAgainTest {
    private static final FakeToken TWIN = daysAgo("stale-0", 40);

    @AfterEach
    void clearFlag() {
        Thread.interrupted();
    }

    private static FakeServer server(Handles handles, FakeToken... tokens) {
        FakeServer server = new FakeServer(tokens);
        server.handles = handles;
        return server;
    }

    private static RemovalReply unclear() {
        return new RemovalReply.Unclear(new CleanupException(Problem.UNREACHABLE, "Remove AuthTokens", "reset"));
    }

    private static void counts(CleanupReport report, int listed, int removed) {
        assertEquals(
                List.of(listed, removed),
                List.of(report.counts().listed(), report.counts().removed()));
    }

    @Test
    void success_that_does_not_show_among_tokens_that_look_the_same_is_no_reason_to_distrust_handles() {
        FakeServer server = server(Handles.STABLE, TWIN.id("1"), TWIN.id("2"));
        server.answer(0, effect -> new RemovalReply.Accepted());
        counts(FakeRun.on(server).done(), 2, 2);
        assertEquals(List.of(), server.ids());
    }

    /** The later one alone could be the earlier one, so it must not be taken for it. */
    @Test
    void of_look_alikes_whose_times_overlap_the_one_that_was_asked_for_is_the_one_that_went() {
        FakeToken earlier = TWIN.id("1").used(new LastAccess.Between(FakeRun.days(90), FakeRun.days(88)));
        FakeToken later = TWIN.id("2").used(new LastAccess.Between(FakeRun.days(89), FakeRun.days(87)));
        for (FakeToken[] order : List.of(new FakeToken[] {earlier, later}, new FakeToken[] {later, earlier})) {
            FakeServer server = server(Handles.VOLATILE, order);
            counts(FakeRun.on(server).done(), 2, 2);
            assertEquals(List.of(), server.ids());
        }
    }

    /** "31 days ago", "30 days ago", ...: each could be the next one, but only if that is not there itself. */
    @Test
    void of_look_alikes_a_day_apart_the_others_are_not_moved_up_to_the_one_that_went() {
        FakeServer server = server(Handles.VOLATILE);
        for (int days = 25; days <= 31; days++) {
            server.tokens.add(
                    TWIN.id("of day " + days).used(new LastAccess.Between(FakeRun.days(days + 1), FakeRun.days(days))));
        }
        CleanupReport report = FakeRun.on(server).done();
        counts(report, 7, 1);
        assertTrue(report.tokens().stream().allMatch(token -> token.note().isEmpty()), "nothing else went");
        assertEquals(IntStream.range(25, 31).mapToObj(days -> "of day " + days).toList(), server.ids());
    }

    @Test
    void nor_is_it_when_others_remove_another_token_meanwhile() {
        FakeServer server = FakeRun.server(stale(3));
        server.tokens.add(daysAgo("fresh", 3));
        server.answer(0, effect -> new RemovalReply.Accepted());
        server.before(2, () -> server.drop("fresh"));
        counts(FakeRun.on(server).done(), 4, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_token_that_comes_into_view_in_the_first_or_the_second_look_is_judged(int look) {
        FakeServer server = FakeRun.server(stale(1));
        server.answer(0, effect -> new RemovalReply.Accepted());
        server.before(look, () -> server.tokens.add(daysAgo("in view", 60)));
        counts(FakeRun.on(server).done(), 2, 2);
    }

    @Test
    void a_page_of_other_tokens_that_look_like_those_removed_is_not_mistaken_for_them() {
        FakeServer server = server(Handles.STABLE, TWIN.id("1"), TWIN.id("2"), TWIN.id("3"));
        server.displayCap = 1;
        counts(FakeRun.on(server).done(), 3, 3);
        assertEquals(3, server.requests.size());
    }

    @Test
    void tokens_without_a_handle_of_their_own_are_warned_of_once() {
        FakeServer server = FakeRun.server(stale(2));
        server.tokens.add(daysAgo("x", 40).id("same"));
        server.tokens.add(daysAgo("y", 50).id("same"));
        counts(FakeRun.on(server).done(), 4, 2);
        assertEquals(List.of("same", "same"), server.ids());
    }

    @Test
    void a_token_made_by_others_is_not_the_one_that_was_removed_without_an_answer() {
        FakeServer server = server(Handles.STABLE, TWIN);
        server.answer(0, effect -> {
            effect.run();
            server.tokens.add(TWIN.id("made").used(server.now));
            return unclear();
        });
        counts(FakeRun.on(server).done(), 2, 1);
        assertEquals(List.of("made"), server.ids());
    }

    @Test
    void a_token_of_other_scopes_is_not_the_one_that_others_removed() {
        FakeServer server = server(Handles.VOLATILE, daysAgo("stale", 50), daysAgo("x", 5), daysAgo("fresh", 1));
        server.before(2, () -> {
            server.drop("x");
            server.tokens.add(daysAgo("x", 0).id("made").scopes("other"));
        });
        CleanupReport report = FakeRun.on(server).done();
        counts(report, 4, 1);
        assertEquals(
                List.of("no longer listed; this run did not ask for its removal"),
                report.tokens().stream()
                        .map(TokenReport::note)
                        .filter(note -> !note.isEmpty())
                        .toList());
    }

    @Test
    void twins_are_distinguished_by_their_dates_even_if_others_remove_one_of_them() {
        FakeServer server = server(Handles.VOLATILE);
        for (int days : new int[] {50, 3, 45, 1, 60, 9, 2, 70}) {
            server.tokens.add(daysAgo("twin", days).id("of day " + days));
        }
        server.before(2, () -> server.drop("of day 3"));
        counts(FakeRun.on(server).batchSize(2).done(), 8, 4);
        assertEquals(List.of("of day 1", "of day 9", "of day 2"), server.ids());
    }

    @Test
    void a_quick_look_distinguishes_a_removed_token_from_a_new_twin() {
        FakeServer server = server(Handles.STABLE, TWIN, daysAgo("fresh", 1));
        server.answer(0, effect -> {
            effect.run();
            server.tokens.add(TWIN.id("made"));
            Thread.currentThread().interrupt();
            return new RemovalReply.Accepted();
        });
        counts(FakeRun.on(server).perform(), 3, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_quick_look_takes_a_row_that_was_just_used_for_the_token_only_if_it_may_be_there(boolean removed) {
        FakeServer server = server(Handles.VOLATILE, TWIN, daysAgo("fresh", 1));
        server.answer(0, effect -> {
            if (removed) {
                effect.run();
                server.tokens.add(TWIN.id("made").used(server.now));
            } else {
                server.use("stale-0");
            }
            Thread.currentThread().interrupt();
            return removed ? new RemovalReply.Accepted() : unclear();
        });
        CleanupReport report = FakeRun.on(server).perform();
        counts(report, removed ? 3 : 2, removed ? 1 : 0);
    }

    @Test
    void a_quick_look_that_is_interrupted_too_leaves_the_report_open() {
        FakeServer server = FakeRun.server(stale(1));
        server.answer(0, effect -> {
            Thread.currentThread().interrupt();
            return unclear();
        });
        server.at(2, () -> {
            throw new InterruptedException();
        });
        CleanupReport report = FakeRun.on(server).perform();
        assertEquals(RunOutcome.INTERRUPTED, report.outcome());
        assertTrue(Thread.interrupted(), "the thread's flag is set");
        assertTrue(report.tokens().get(0).note().contains("not known"));
    }

    @Test
    void a_look_that_is_interrupted_after_too_much_throttling_ends_the_run_as_interrupted() {
        FakeServer server = FakeRun.server(stale(1));
        server.answer(0, effect -> new RemovalReply.Throttled(Duration.ofHours(1)));
        server.at(2, () -> {
            throw new InterruptedException();
        });
        assertEquals(RunOutcome.INTERRUPTED, FakeRun.on(server).perform().outcome());
        assertTrue(Thread.interrupted(), "the thread's flag is set");
    }

    @Test
    void what_is_kept_is_reported_as_to_be_kept() {
        CleanupReport report = FakeRun.on(new FakeServer(daysAgo("stale", 40), daysAgo("fresh", 1)))
                .done();
        assertEquals(Verdict.KEEP, FakeRun.token(report, "fresh").verdict());
        assertEquals(Verdict.REMOVE, FakeRun.token(report, "stale").verdict());
    }
}
