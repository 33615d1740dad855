package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.oracle.Oracle;
import io.jenkins.plugins.authtokencleanup.oracle.RandomPolicy;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.BadHandlePolicy;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.CsrfSource;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.NeverUsedStyle;
import io.jenkins.plugins.authtokencleanup.testserver.RedirectStyle;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import io.jenkins.plugins.authtokencleanup.testserver.TokenText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real engine against test servers of every make, out of a seed; the server's own clock is weeks off. */
class GeneratedServersTest {
    private static final Set<DateStyle> EXACT = EnumSet.of(
            DateStyle.RELATIVE_WITH_TITLE, DateStyle.ABSOLUTE, DateStyle.ISO_OFFSET, DateStyle.ISO_INSTANT);
    private static final Set<DateStyle> AMBIGUOUS =
            EnumSet.of(DateStyle.DAY_MONTH_NUMERIC, DateStyle.DAY_MONTH_NUMERIC_NO_TIME, DateStyle.FRENCH);
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "America/Chicago", "Europe/London", "Australia/Lord_Howe", "Asia/Tokyo");
    /** One day for a missing time of day, and the largest distance between two zones. */
    private static final Duration SLACK = Duration.ofHours(24 + 26).plusMinutes(1);

    static LongStream seeds() {
        return Sample.seeds(500);
    }

    /** A server out of a seed, and what a client can know of it. */
    private static final class Case {
        private final Random random;
        private final Instant now;
        private final List<TestToken> tokens;
        private final DateStyle style;
        private final ZoneId zone;
        private final boolean zoneNamed;
        private final NeverUsedStyle never;
        private final boolean createdShown;
        private final int displayCap;
        private final RandomPolicy policy;

        Case(long seed) {
            random = new Random(seed);
            now = Instant.now()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .minusSeconds(random.nextInt(86_400 * 200) - 86_400L * 100);
            int count = random.nextInt(25) == 0 ? random.nextInt(600) : random.nextInt(70);
            tokens = SampleTokens.list(now, count, seed);
            style = random.nextBoolean() ? DateStyle.RELATIVE_WITH_TITLE : one(DateStyle.values());
            zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            zoneNamed = random.nextInt(3) > 0;
            never = one(NeverUsedStyle.values());
            createdShown = random.nextBoolean();
            displayCap = random.nextInt(6) == 0 ? 5 + random.nextInt(30) : 0;
            policy = RandomPolicy.of(random, displayCap == 0);
        }

        @SafeVarargs
        private <T> T one(T... values) {
            return values[random.nextInt(values.length)];
        }

        ServerSettings settings() {
            ServerSettings settings = AnalyticsServer.configure()
                    .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                    .clock(TestClock.at(now))
                    .tokens(tokens)
                    .dateStyle(style)
                    .zone(zone)
                    .neverUsedStyle(never)
                    .displayCap(displayCap)
                    .generation(one(LoginGeneration.values()))
                    .redirects(one(RedirectStyle.values()))
                    .csrfSource(one(CsrfSource.values()))
                    .rotateCsrf(random.nextBoolean())
                    .badHandlePolicy(one(BadHandlePolicy.values()))
                    .volatileHandles(random.nextInt(3) == 0)
                    .tokenText(one(TokenText.values()))
                    .prefix(random.nextBoolean() ? "" : "/analytics");
            if (createdShown) {
                settings.columns(
                        Column.DESCRIPTION, Column.CREATED, Column.EXTRA, Column.SCOPES, Column.LAST_ACCESSED,
                        Column.TOKEN, Column.IP);
            }
            return settings;
        }

        Cleanup cleanup(AnalyticsServer server) {
            return Cleanup.of(server)
                    .policy(policy.policy()).cap(policy.cap())
                    .zone(zoneNamed ? zone : null)
                    .batchSize(1 + random.nextInt(30));
        }

        /** Whether the page shows every date to the second. */
        boolean isExact() {
            return EXACT.contains(style)
                    && (zoneNamed || style != DateStyle.ABSOLUTE && style != DateStyle.RELATIVE_WITH_TITLE);
        }

        List<Oracle.Token> truth(Duration shift) {
            return tokens.stream()
                    .map(token -> new Oracle.Token(
                            token.id(),
                            token.description(),
                            token.scopes().stream()
                                    .flatMap(scope -> Arrays.stream(scope.split("/")))
                                    .toList(),
                            shifted(shown(token), shift),
                            createdShown ? shifted(token.created(), shift) : null,
                            style != DateStyle.FRENCH))
                    .toList();
        }

        private Instant shown(TestToken token) {
            return token.lastAccessed() == null && never == NeverUsedStyle.CREATION_TIME
                    ? token.created()
                    : token.lastAccessed();
        }

        private static Instant shifted(Instant time, Duration by) {
            return time == null ? null : time.plus(by);
        }

        Set<String> goes(Duration shift) {
            return Oracle.goes(truth(shift), policy.rules(), now);
        }
    }

    private static Set<String> lost(Case made, AnalyticsServer server) {
        Set<String> lost = new HashSet<>();
        made.tokens.forEach(token -> lost.add(token.id()));
        server.tokenIds().forEach(lost::remove);
        return lost;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_goes_is_what_the_oracle_says_and_what_the_report_says(long seed) {
        Case made = new Case(seed);
        try (AnalyticsServer server = made.settings().start()) {
            CleanupReport preview = made.cleanup(server).preview().run();
            assertEquals(Set.of(), lost(made, server), "a preview changes nothing");
            CleanupReport report = made.cleanup(server).run();
            Set<String> lost = lost(made, server);
            assertEquals(lost.size(), report.counts().removed(), report::message);
            assertTrue(
                    report.outcome() == RunOutcome.DONE || report.outcome() == RunOutcome.REFUSED, report::message);
            assertOnlyUnusedWent(made, lost);
            if (made.isExact() && made.displayCap == 0) {
                assertEquals(made.goes(Duration.ZERO), lost);
                assertEquals(made.tokens.size(), report.counts().listed());
                assertEquals(preview.planFingerprint(), report.planFingerprint());
            } else if (!AMBIGUOUS.contains(made.style) && made.displayCap == 0 && report.outcome() == RunOutcome.DONE
                    && made.policy.rules().keepNewest() == 0) {
                assertTrue(lost.containsAll(made.goes(SLACK)), "what is clear of the boundary goes");
            }
            assertNewestAreKept(made, server);
            assertEquals(report.outcome(), made.cleanup(server).run().outcome());
            assertEquals(lost, lost(made, server), "a second run removes nothing");
            assertEquals(3, server.signInAttempts());
            assertEquals(3, server.signOuts());
            assertTrue(server.log().stream().noneMatch(request -> request.asksFor("delete_all")));
        }
    }

    private static void assertOnlyUnusedWent(Case made, Set<String> lost) {
        Instant boundary = made.now.minus(Duration.ofDays(made.policy.rules().days()));
        for (Oracle.Token token : made.truth(Duration.ZERO)) {
            if (lost.contains(token.id())) {
                Instant judged = token.used() == null ? token.created() : token.used();
                assertTrue(judged.isBefore(boundary), () -> token + " was not unused");
                assertTrue(token.used() != null || made.policy.rules().judgeNeverUsed(), () -> token + " never used");
                assertTrue(made.policy.rules().protections().stream().noneMatch(rule -> rule.test(token)));
            }
        }
    }

    private static void assertNewestAreKept(Case made, AnalyticsServer server) {
        Map<String, Integer> left = new HashMap<>();
        server.tokens().forEach(token -> left.merge(token.description(), 1, Integer::sum));
        Map<String, Integer> all = new HashMap<>();
        made.tokens.forEach(token -> all.merge(token.description(), 1, Integer::sum));
        all.forEach((description, count) -> assertTrue(
                left.getOrDefault(description, 0) >= Math.min(count, made.policy.rules().keepNewest())));
    }
}
