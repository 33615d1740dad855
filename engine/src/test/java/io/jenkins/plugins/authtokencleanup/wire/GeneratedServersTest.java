package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.oracle.Oracle;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real engine against test servers of every make, out of a seed; the clocks of both sides are up to months off. */
class GeneratedServersTest {
    /** One day for a missing time of day, and the largest distance between two zones. */
    private static final Duration SLACK = Duration.ofHours(24 + 26).plusMinutes(1);

    private static final Map<String, AtomicInteger> MET = new HashMap<>();

    static LongStream seeds() {
        return Sample.seeds(1_000);
    }

    @AfterAll
    static void count() {
        System.out.println("Generated servers: " + MET);
    }

    private static void met(String what) {
        MET.computeIfAbsent(what, key -> new AtomicInteger()).incrementAndGet();
    }

    private static Set<String> lost(GeneratedServer made, AnalyticsServer server) {
        Set<String> lost = new HashSet<>();
        made.tokens.forEach(token -> lost.add(token.id()));
        server.tokenIds().forEach(lost::remove);
        return lost;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_goes_is_what_the_oracle_says_and_what_the_report_says(long seed) {
        GeneratedServer made = new GeneratedServer(seed);
        try (AnalyticsServer server = made.settings().start()) {
            CleanupReport preview = made.cleanup(server).preview().run();
            assertEquals(Set.of(), lost(made, server), "a preview changes nothing");
            CleanupReport report = made.cleanup(server).run();
            Set<String> lost = lost(made, server);
            met((made.page.isJson() ? "JSON " : "classic ") + report.outcome());
            assertEquals(lost.size(), report.counts().removed(), report::message);
            assertOnlyUnusedWent(made, lost);
            if (made.isUndecidable()) {
                assertEquals(RunOutcome.FAILED, report.outcome(), report::message);
                assertEquals(Set.of(), lost);
            } else {
                assertWentAsTheOracleSays(made, server, report, lost);
                if (made.isExact() && made.page.displayCap() == 0 && made.rules() == made.policy.rules()) {
                    assertEquals(preview.planFingerprint(), report.planFingerprint());
                }
            }
            assertNewestAreKept(made, server);
            if (report.outcome() != RunOutcome.PARTIAL) {
                assertEquals(report.outcome(), made.cleanup(server).run().outcome());
                assertEquals(lost, lost(made, server), "a second run removes nothing");
            }
            int runs = report.outcome() == RunOutcome.PARTIAL ? 2 : 3;
            assertEquals(runs, server.signInAttempts());
            assertEquals(runs, server.signOuts());
            assertTrue(server.log().stream().noneMatch(request -> request.asksFor("delete_all")));
        }
    }

    private static void assertWentAsTheOracleSays(
            GeneratedServer made, AnalyticsServer server, CleanupReport report, Set<String> lost) {
        List<TestToken> first = made.onPage(made.tokens);
        int most = Oracle.most(made.rules(), first.size());
        assertTrue(lost.size() <= most, "no more than the cap goes in a run");
        if (report.outcome() == RunOutcome.REFUSED) {
            assertEquals(Set.of(), lost);
        } else if (report.outcome() == RunOutcome.PARTIAL) {
            assertTrue(made.page.displayCap() > 0, report::message);
            assertTrue(report.tokens().stream().anyMatch(token -> token.reason() == Reason.OVER_CAP), report::message);
            assertEquals(most, lost.size(), "as many as the cap allows");
        } else {
            assertEquals(RunOutcome.DONE, report.outcome(), report::message);
        }
        if (made.isExact()) {
            assertExactly(made, server, report, lost, most);
        } else if (made.page.isClear()
                && made.page.displayCap() == 0
                && report.outcome() == RunOutcome.DONE
                && made.policy.rules().keepNewest() == 0) {
            assertTrue(
                    lost.containsAll(made.unused(made.tokens, SLACK.plus(made.skew.abs()))),
                    "what is clear of the boundary goes");
        }
    }

    /** Where every date is read to the second. */
    private static void assertExactly(
            GeneratedServer made, AnalyticsServer server, CleanupReport report, Set<String> lost, int most) {
        Set<String> planned = made.unused(made.onPage(made.tokens), Duration.ZERO);
        assertEquals(planned.size() > most, report.outcome() == RunOutcome.REFUSED, report::message);
        if (made.page.displayCap() == 0) {
            assertEquals(planned.size() > most ? Set.of() : planned, lost);
            assertEquals(made.tokens.size(), report.counts().listed());
        } else if (report.outcome() == RunOutcome.DONE) {
            assertTrue(lost.containsAll(planned), "what the first list shows goes");
            assertEquals(Set.of(), made.unused(made.onPage(server.tokens()), Duration.ZERO), "and what came into view");
        }
    }

    /** By what really happened to the token, whatever the page shows. */
    private static void assertOnlyUnusedWent(GeneratedServer made, Set<String> lost) {
        Instant boundary =
                made.reference().minus(Duration.ofDays(made.policy.rules().days()));
        for (TestToken token : made.tokens) {
            if (lost.contains(token.id())) {
                boolean never = token.lastAccessed() == null;
                Instant judged = never ? token.created() : token.lastAccessed();
                assertTrue(judged.isBefore(boundary), () -> token + " was not unused");
                assertTrue(
                        !never || made.rules().judgeNeverUsed() || made.page.hidesThatItWasNeverUsed(),
                        () -> token + " was never used");
                Oracle.Token shown = made.shown(List.of(token), Duration.ZERO).get(0);
                assertTrue(made.policy.rules().protections().stream().noneMatch(rule -> rule.test(shown)));
                assertTrue(shown.removable());
            }
        }
    }

    private static void assertNewestAreKept(GeneratedServer made, AnalyticsServer server) {
        Map<String, Integer> left = new HashMap<>();
        server.tokens().forEach(token -> left.merge(token.description(), 1, Integer::sum));
        Map<String, Integer> all = new HashMap<>();
        made.tokens.forEach(token -> all.merge(token.description(), 1, Integer::sum));
        all.forEach((description, count) -> assertTrue(left.getOrDefault(description, 0)
                >= Math.min(count, made.policy.rules().keepNewest())));
    }
}
