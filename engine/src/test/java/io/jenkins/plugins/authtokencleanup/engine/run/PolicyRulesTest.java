package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens go, rule by rule. Each rule is seen in the report and on the server. */
class PolicyRulesTest {
    private static final Instant NOW = FakeServer.NOW;
    private static final Instant CUTOFF = NOW.minus(Duration.ofDays(30));
    private static final CleanupPolicy KEEP = policy(NeverUsed.KEEP, 0);
    private static final CleanupPolicy JUDGE = policy(NeverUsed.JUDGE, 0);

    private static LastAccess between(Instant earliest, Instant latest) {
        return new LastAccess.Between(earliest, latest);
    }

    static Stream<Arguments> rules() {
        FakeToken token = FakeToken.named("nightly export");
        FakeToken old = token.used(CUTOFF.minusSeconds(1));
        return Stream.of(
                Arguments.of("one second older than the boundary", KEEP, old, Reason.UNUSED),
                Arguments.of("a nanosecond older", KEEP, token.used(CUTOFF.minusNanos(1)), Reason.UNUSED),
                Arguments.of("exactly at the boundary", KEEP, token.used(CUTOFF), Reason.RECENTLY_USED),
                Arguments.of("one second younger", KEEP, token.used(CUTOFF.plusSeconds(1)), Reason.RECENTLY_USED),
                Arguments.of("now", KEEP, token.used(NOW), Reason.RECENTLY_USED),
                Arguments.of("a lag of four minutes", KEEP, token.used(NOW.plusSeconds(240)), Reason.RECENTLY_USED),
                Arguments.of("the future", KEEP, token.used(NOW.plusSeconds(301)), Reason.UNKNOWN_DATE),
                Arguments.of("the far future", KEEP, token.used(NOW.plusSeconds(1L << 31)), Reason.UNKNOWN_DATE),
                Arguments.of("unreadable", KEEP, token.used(new LastAccess.Unreadable()), Reason.UNKNOWN_DATE),
                Arguments.of(
                        "unreadable, judged",
                        JUDGE,
                        token.created(CUTOFF.minusSeconds(9)).used(new LastAccess.Unreadable()),
                        Reason.UNKNOWN_DATE),
                Arguments.of(
                        "a span that ends before the boundary",
                        KEEP,
                        token.used(between(CUTOFF.minusSeconds(99), CUTOFF.minusSeconds(1))),
                        Reason.UNUSED),
                Arguments.of(
                        "a span that ends at the boundary",
                        KEEP,
                        token.used(between(CUTOFF.minusSeconds(99), CUTOFF)),
                        Reason.RECENTLY_USED),
                Arguments.of(
                        "a span that reaches into the future",
                        KEEP,
                        token.used(between(CUTOFF.minusSeconds(99), NOW.plusSeconds(9999))),
                        Reason.RECENTLY_USED),
                Arguments.of(
                        "a span in the future",
                        KEEP,
                        token.used(between(NOW.plusSeconds(400), NOW.plusSeconds(500))),
                        Reason.UNKNOWN_DATE),
                Arguments.of("never used", KEEP, token.created(CUTOFF.minusSeconds(1)), Reason.NEVER_USED),
                Arguments.of(
                        "never used, judged, made long ago",
                        JUDGE,
                        token.created(CUTOFF.minusSeconds(1)),
                        Reason.UNUSED),
                Arguments.of(
                        "never used, judged, made at the boundary", JUDGE, token.created(CUTOFF), Reason.NEVER_USED),
                Arguments.of(
                        "never used, judged, made in the future",
                        JUDGE,
                        token.created(NOW.plusSeconds(999)),
                        Reason.NEVER_USED),
                Arguments.of("never used, judged, creation not shown", JUDGE, token, Reason.NEVER_USED),
                Arguments.of(
                        "judging never-used tokens does not judge others by creation",
                        JUDGE,
                        token.created(CUTOFF.minusSeconds(9)).used(NOW),
                        Reason.RECENTLY_USED),
                Arguments.of("protected by description", policy(NeverUsed.KEEP, 0, "nightly*"), old, Reason.PROTECTED),
                Arguments.of(
                        "protected in other case", policy(NeverUsed.KEEP, 0, "NIGHTLY EXPORT"), old, Reason.PROTECTED),
                Arguments.of("a glob is for the whole text", policy(NeverUsed.KEEP, 0, "night"), old, Reason.UNUSED),
                Arguments.of(
                        "protected by scope",
                        policy(NeverUsed.KEEP, 0, "crm*"),
                        old.scopes("reportsapi", "crmapi"),
                        Reason.PROTECTED),
                Arguments.of("protected by regex", policy(NeverUsed.KEEP, 0, "regex:exp.rt$"), old, Reason.PROTECTED),
                Arguments.of(
                        "one of several patterns",
                        policy(NeverUsed.KEEP, 0, "x", "y", "*export"),
                        old,
                        Reason.PROTECTED),
                Arguments.of(
                        "protection outranks an unreadable date",
                        policy(NeverUsed.KEEP, 0, "*"),
                        token.used(new LastAccess.Unreadable()),
                        Reason.PROTECTED),
                Arguments.of(
                        "protection outranks a never-used token that is judged",
                        policy(NeverUsed.JUDGE, 0, "*"),
                        token.created(CUTOFF.minusSeconds(9)),
                        Reason.PROTECTED),
                Arguments.of("the newest of its description", policy(NeverUsed.KEEP, 1), old, Reason.NEWEST),
                Arguments.of("protection outranks newest", policy(NeverUsed.KEEP, 1, "*"), old, Reason.PROTECTED));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("rules")
    void each_rule_is_kept(String rule, CleanupPolicy policy, FakeToken token, Reason reason) {
        FakeServer server = new FakeServer(token, daysAgo("fresh", 1));
        CleanupReport report = FakeRun.on(server).policy(policy).done();
        boolean goes = reason == Reason.UNUSED;
        assertEquals(reason, FakeRun.token(report, token.description()).reason());
        assertEquals(goes ? List.of("fresh") : List.of(token.id(), "fresh"), server.ids());
        assertEquals(
                goes ? TokenOutcome.REMOVED : TokenOutcome.KEPT,
                FakeRun.token(report, token.description()).outcome());
        assertEquals(goes ? 1 : 0, server.requests.size());
    }

    @Test
    void where_no_token_shows_a_use_none_is_judged_by_its_creation_before_a_person_has_looked() throws Exception {
        LastAccess coarse = between(CUTOFF.minusSeconds(99_999), CUTOFF.minusSeconds(9));
        FakeServer server = new FakeServer(
                FakeToken.named("a").created(CUTOFF.minusSeconds(9)),
                FakeToken.named("b").created(coarse).used(coarse),
                FakeToken.named("c").used(new LastAccess.Unreadable()));
        CleanupReport report = FakeRun.on(server).policy(JUDGE).done();
        assertEquals(Reason.USE_NOT_RECORDED, FakeRun.token(report, "a").reason());
        assertEquals(Reason.USE_NOT_RECORDED, FakeRun.token(report, "b").reason());
        assertTrue(
                report.warnings().get(0).startsWith("No AuthToken shows a use"),
                report.warnings().get(0));
        CleanupReport preview = FakeRun.on(server).policy(JUDGE).preview().done();
        assertEquals(2, preview.counts().wouldRemove());
        FakeRun.on(server).policy(JUDGE).approved(preview).done();
        assertEquals(List.of("c"), server.ids());
    }

    @Test
    void the_boundary_is_read_off_the_servers_clock_once_and_stays_the_same() {
        FakeServer server = new FakeServer(daysAgo("a", 31), daysAgo("b", 30), daysAgo("c", 31));
        for (int call = 1; call < 6; call++) {
            server.before(call, () -> server.now = server.now.plusSeconds(3_600));
        }
        FakeRun.on(server).done();
        assertEquals(List.of("b"), server.ids());
    }

    @Test
    void what_comes_into_view_later_is_judged_by_the_same_boundary() {
        FakeServer server = new FakeServer(daysAgo("a", 31), daysAgo("b", 32), daysAgo("c", 30), daysAgo("d", 33));
        server.displayCap = 2;
        server.before(1, () -> server.now = server.now.plusSeconds(86_400));
        FakeRun.on(server).done();
        assertEquals(List.of("c"), server.ids());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void so_many_of_each_description_stay(int keepNewest) {
        FakeServer server = new FakeServer(
                daysAgo("x", 50).id("x50"),
                daysAgo("x", 70).id("x70"),
                daysAgo("x", 60).id("x60"),
                daysAgo("y", 90));
        FakeRun.on(server).policy(policy(NeverUsed.KEEP, keepNewest)).done();
        List<String> left = List.of("x50", "x60", "x70").subList(0, Math.min(3, keepNewest));
        assertEquals(
                left,
                server.ids().stream().filter(id -> id.startsWith("x")).sorted().toList());
        assertEquals(keepNewest > 0, server.ids().contains("y"));
    }

    @Test
    void tokens_in_use_count_among_the_newest() {
        FakeServer server = new FakeServer(
                daysAgo("x", 50).id("x50"),
                daysAgo("x", 1).id("x1"),
                daysAgo("x", 2).id("x2"));
        FakeRun.on(server).policy(policy(NeverUsed.KEEP, 2)).done();
        assertEquals(List.of("x1", "x2"), server.ids());
    }

    @Test
    void a_token_never_used_does_not_take_the_place_of_one_that_was_used() {
        FakeToken used = daysAgo("x", 60).id("used");
        FakeToken never = daysAgo("x", 40).id("never").created(FakeRun.days(40));
        FakeServer kept = new FakeServer(never, used);
        FakeRun.on(kept).policy(policy(NeverUsed.KEEP, 1)).done();
        assertEquals(List.of("never", "used"), kept.ids());
        FakeServer judged = new FakeServer(never, used);
        FakeRun.on(judged).policy(policy(NeverUsed.JUDGE, 1)).done();
        assertEquals(List.of("used"), judged.ids(), "the one that was used is the most recently accessed one");
    }

    @Test
    void where_a_page_does_not_show_whether_one_was_used_both_it_and_the_newest_of_the_others_stay() {
        LastAccess span = new LastAccess.Between(FakeRun.days(41), FakeRun.days(40));
        FakeToken maybe = new FakeToken("maybe", "x", List.of(), "", span, span);
        FakeServer server = new FakeServer(
                maybe, daysAgo("x", 60).id("used"), daysAgo("x", 70).id("older"));
        FakeRun.on(server).policy(policy(NeverUsed.JUDGE, 1)).done();
        assertEquals(List.of("maybe", "used"), server.ids().stream().sorted().toList());
    }

    @Test
    void the_newest_stays_also_if_the_newer_one_is_taken_away_by_others_meanwhile() {
        FakeServer server = new FakeServer(
                daysAgo("x", 50).id("x50"),
                daysAgo("x", 60).id("x60"),
                daysAgo("x", 70).id("x70"));
        server.before(2, () -> server.drop("x50"));
        FakeRun.on(server).policy(policy(NeverUsed.KEEP, 1)).batchSize(1).done();
        assertEquals(1, server.ids().size(), () -> "one of x stays, but left are " + server.ids());
    }

    @Test
    void a_longer_age_never_removes_more() {
        List<String> last = List.of();
        for (int days = 1; days < 120; days += 7) {
            FakeServer server = FakeRun.server(FakeRun.stale(60));
            FakeRun.on(server).policy(Policies.olderThan(days)).done();
            List<String> left = server.ids();
            assertTrue(left.containsAll(last), () -> "left " + left);
            last = left;
        }
    }

    @Test
    void a_regular_expression_that_takes_for_ever_protects() {
        FakeServer server = new FakeServer(daysAgo("a".repeat(1_500) + "b", 50));
        CleanupReport report = FakeRun.on(server)
                .policy(policy(NeverUsed.KEEP, 0, "regex:(.*a){12}c"))
                .done();
        assertEquals(1, server.ids().size());
        assertEquals(Reason.PROTECTED, report.tokens().get(0).reason());
    }
}
