package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An unused token goes only if a report long enough ago announced it, and it was not used since. */
class GracePeriodTest {
    private static final Duration GRACE = Duration.ofDays(14);

    private static GracePeriod remembering(CleanupReport... reports) {
        GracePeriod grace = new GracePeriod(14);
        for (CleanupReport report : reports) {
            grace.remember(report);
        }
        return grace;
    }

    private static CleanupReport run(FakeServer server, CleanupReport... earlier) {
        return FakeRun.on(server).restricted(remembering(earlier)).done();
    }

    private static void pass(FakeServer server, Duration time) {
        server.now = server.now.plus(time);
    }

    private static Reason reason(CleanupReport report, String description) {
        return FakeRun.token(report, description).reason();
    }

    @Test
    void the_first_run_removes_nothing_and_says_when_each_token_is_due() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("fresh", 3));
        CleanupReport report = run(server);
        assertEquals(List.of("a", "fresh"), server.ids());
        assertEquals(Reason.IN_GRACE, reason(report, "a"));
        assertEquals(FakeServer.NOW.plus(GRACE), FakeRun.token(report, "a").dueAt());
        assertEquals("due 2026-05-26T10:00:00Z", FakeRun.token(report, "a").note());
        assertEquals(Reason.RECENTLY_USED, reason(report, "fresh"));
        assertEquals(null, FakeRun.token(report, "fresh").dueAt());
    }

    @Test
    void a_second_before_the_grace_is_over_a_token_stays_and_exactly_then_it_goes() {
        FakeServer server = new FakeServer(daysAgo("a", 40));
        CleanupReport first = run(server);
        pass(server, GRACE.minusSeconds(1));
        CleanupReport early = run(server, first);
        assertEquals(Reason.IN_GRACE, reason(early, "a"));
        assertEquals(FakeServer.NOW.plus(GRACE), FakeRun.token(early, "a").dueAt(), "the date stays the same");
        pass(server, Duration.ofSeconds(1));
        run(server, early, first);
        assertEquals(List.of(), server.ids());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_token_that_is_used_during_its_grace_begins_anew_when_it_is_unused_again(boolean relative) {
        FakeServer server = new FakeServer(daysAgo("woken", 40), daysAgo("asleep", 40));
        server.relative = relative;
        CleanupReport first = run(server);
        pass(server, Duration.ofDays(3));
        server.use("woken");
        pass(server, Duration.ofDays(11).plusHours(5));
        CleanupReport second = run(server, first);
        assertEquals(List.of("woken"), server.ids());
        assertEquals(Reason.RECENTLY_USED, reason(second, "woken"));
        pass(server, Duration.ofDays(40));
        CleanupReport third = run(server, second, first);
        assertEquals(Reason.IN_GRACE, reason(third, "woken"));
        assertEquals(server.now.plus(GRACE), FakeRun.token(third, "woken").dueAt());
        pass(server, GRACE);
        run(server, third, second, first);
        assertEquals(List.of(), server.ids());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 13, 23})
    void relative_dates_move_with_the_clock_and_are_the_same_token_all_the_same(int hours) {
        FakeServer server = new FakeServer(daysAgo("a", 40.4), daysAgo("b", 75.9));
        server.relative = true;
        CleanupReport first = run(server);
        pass(server, GRACE.plusHours(hours));
        run(server, first);
        assertEquals(List.of(), server.ids());
    }

    @Test
    void a_report_that_is_lost_only_lengthens_the_grace() {
        FakeServer server = new FakeServer(daysAgo("a", 40));
        CleanupReport first = run(server);
        pass(server, Duration.ofDays(7));
        CleanupReport second = run(server, first);
        pass(server, Duration.ofDays(7));
        CleanupReport third = run(server, second);
        assertEquals(List.of("a"), server.ids());
        assertEquals(
                FakeServer.NOW.plus(Duration.ofDays(21)),
                FakeRun.token(third, "a").dueAt());
        pass(server, Duration.ofDays(7));
        run(server, third, second);
        assertEquals(List.of(), server.ids());
    }

    @Test
    void a_twin_that_was_in_use_when_the_other_was_announced_has_a_grace_of_its_own() {
        FakeServer server =
                new FakeServer(daysAgo("x", 40).id("old"), daysAgo("x", 20).id("young"));
        CleanupReport first = run(server);
        pass(server, GRACE);
        CleanupReport second = run(server, first);
        assertEquals(List.of("young"), server.ids());
        assertEquals(List.of("x"), FakeRun.descriptions(second, TokenOutcome.KEPT));
        pass(server, GRACE.minusSeconds(1));
        run(server, second, first);
        assertEquals(List.of("young"), server.ids());
        pass(server, Duration.ofSeconds(1));
        run(server, second, first);
        assertEquals(List.of(), server.ids());
    }

    @Test
    void a_twin_with_the_same_relative_date_as_an_announced_one_counts_as_new() {
        FakeServer server = new FakeServer(
                daysAgo("x", 31.9).id("announced"), daysAgo("x", 30.5).id("not yet"));
        server.relative = true;
        CleanupReport first = run(server);
        assertEquals(
                1,
                first.tokens().stream().filter(token -> token.dueAt() != null).count());
        pass(server, Duration.ofDays(7).plusHours(14));
        CleanupReport second = run(server, first);
        pass(server, GRACE.minus(Duration.ofDays(7)));
        run(server, second, first);
        assertTrue(server.ids().contains("not yet"), "announced less than 14 days ago");
        pass(server, Duration.ofDays(7));
        run(server, second, first);
        assertEquals(List.of(), server.ids());
    }

    @Test
    void handles_may_be_new_with_every_run() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 50), daysAgo("fresh", 3));
        server.handles = FakeServer.Handles.VOLATILE;
        CleanupReport first = run(server);
        pass(server, GRACE);
        run(server, first);
        assertEquals(List.of("fresh"), server.ids());
    }

    @Test
    void what_looks_like_a_token_that_was_removed_is_a_new_one() {
        FakeServer server = new FakeServer(daysAgo("a", 60));
        CleanupReport first = FakeRun.on(server).done();
        assertEquals(List.of(), server.ids());
        server.tokens.add(daysAgo("a", 60));
        pass(server, GRACE);
        CleanupReport second = run(server, first);
        assertEquals(server.now.plus(GRACE), FakeRun.token(second, "a").dueAt());
    }

    @Test
    void tokens_never_used_are_recognized_by_their_creation() {
        CleanupPolicy judge = FakeRun.policy(NeverUsed.JUDGE, 0);
        Instant now = FakeServer.NOW;
        FakeServer server = new FakeServer(
                FakeToken.named("n").created(now.minus(Duration.ofDays(50))).id("old"),
                FakeToken.named("n").created(now.minus(Duration.ofDays(20))).id("young"),
                FakeToken.named("woken").created(now.minus(Duration.ofDays(50))),
                daysAgo("in use", 1));
        CleanupReport first =
                FakeRun.on(server).policy(judge).restricted(remembering()).done();
        pass(server, Duration.ofDays(1));
        server.use("woken");
        pass(server, Duration.ofDays(13));
        FakeRun.on(server).policy(judge).restricted(remembering(first)).done();
        assertEquals(List.of("young", "woken", "in use"), server.ids());
    }

    @Test
    void a_token_never_used_whose_age_was_not_known_then_is_in_doubt_a_new_one() {
        CleanupPolicy judge = FakeRun.policy(NeverUsed.JUDGE, 0);
        LastAccess old = between(50);
        LastAccess young = between(20);
        FakeServer server = new FakeServer(
                new FakeToken("old", "n", List.of(), "", old, LastAccess.NEVER),
                new FakeToken("young", "n", List.of(), "", young, LastAccess.NEVER));
        CleanupReport first =
                FakeRun.on(server).policy(judge).restricted(remembering()).done();
        pass(server, GRACE);
        FakeRun.on(server).policy(judge).restricted(remembering(first)).done();
        assertTrue(server.ids().contains("young"), "it was not announced");
    }

    private static LastAccess between(int days) {
        Instant latest = FakeServer.NOW.minus(Duration.ofDays(days));
        return new LastAccess.Between(latest.minus(Duration.ofDays(1)), latest);
    }

    @Test
    void previews_announce_and_runs_that_ended_badly_too() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 50));
        CleanupReport preview = FakeRun.on(server).preview().done();
        assertTrue(remembering().remember(preview));
        pass(server, GRACE);
        run(server, preview);
        assertEquals(List.of(), server.ids());

        FakeServer capped = new FakeServer(daysAgo("a", 40), daysAgo("b", 50));
        CleanupReport refused = FakeRun.on(capped).cap(new RemovalCap(1, null)).perform();
        assertEquals(RunOutcome.REFUSED, refused.outcome());
        pass(capped, GRACE);
        run(capped, refused);
        assertEquals(List.of(), capped.ids());
    }

    @Test
    void a_report_without_a_listing_or_with_an_approved_plan_does_not_cover_all_tokens() throws Exception {
        FakeServer server = new FakeServer(daysAgo("a", 40));
        server.at(0, () -> {
            throw new InterruptedException();
        });
        CleanupReport nothing = FakeRun.on(server).perform();
        assertTrue(Thread.interrupted());
        assertFalse(remembering().remember(nothing));

        CleanupReport preview = FakeRun.on(server).preview().done();
        server.tokens.add(daysAgo("later", 45));
        CleanupReport approved = FakeRun.on(server).preview().approved(preview).done();
        assertFalse(remembering().remember(approved));
        pass(server, GRACE);
        run(server, approved);
        assertEquals(List.of("later"), server.ids(), "a token that is not in the plan is not announced");
    }

    @Test
    void the_memory_travels() throws Exception {
        FakeServer server = new FakeServer(daysAgo("a", 40));
        GracePeriod grace = remembering(run(server));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(grace);
        }
        GracePeriod there;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            there = (GracePeriod) in.readObject();
        }
        pass(server, GRACE);
        FakeRun.on(server).restricted(there).done();
        assertEquals(List.of(), server.ids());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 36_501})
    void days_that_make_no_sense_are_refused(int days) {
        assertThrows(IllegalArgumentException.class, () -> new GracePeriod(days));
    }
}
