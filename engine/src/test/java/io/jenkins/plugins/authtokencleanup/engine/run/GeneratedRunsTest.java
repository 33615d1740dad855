package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.BadHandle;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.Handles;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.oracle.Oracle;
import io.jenkins.plugins.authtokencleanup.oracle.RandomPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated accounts, policies and servers, checked against an oracle; the seed is in the test's name. */
class GeneratedRunsTest {
    private static final List<String> NAMES = List.of(
            "etl-nightly",
            "billing export",
            "grafana",
            "Jenkins job",
            "backup",
            "crm-sync",
            "",
            "<script>",
            "\u202e",
            "a");
    private static final List<List<String>> SCOPES =
            List.of(List.of("reportsapi"), List.of("reportsapi", "crmapi"), List.of("booksapi"), List.of());
    private static final long DAY = 86_400;

    static LongStream seeds() {
        return Sample.seeds(2_000);
    }

    private static int count(Random random) {
        return switch (random.nextInt(50)) {
            case 0 -> 0;
            case 1 -> 1 + random.nextInt(3_000);
            default -> 1 + random.nextInt(60);
        };
    }

    private static List<FakeToken> account(Random random) {
        List<FakeToken> tokens = new ArrayList<>();
        int count = count(random);
        for (int i = 0; i < count; i++) {
            FakeToken token = FakeToken.named(NAMES.get(random.nextInt(NAMES.size())))
                    .id("t" + i)
                    .scopes(SCOPES.get(random.nextInt(SCOPES.size())).toArray(String[]::new));
            if (random.nextBoolean()) {
                token = token.mark("mark of " + i);
            }
            if (random.nextInt(4) > 0) {
                token = token.created(ago(random));
            }
            tokens.add(
                    switch (random.nextInt(12)) {
                        case 0 -> token;
                        case 1 -> token.used(new LastAccess.Unreadable());
                        case 2 -> token.used(FakeServer.NOW.plusSeconds(600 + random.nextInt(1 << 25)));
                        case 3 -> token.used(FakeServer.NOW.minusSeconds(30 * DAY + random.nextInt(5) - 2));
                        case 4 -> token.used(token.created() == null ? LastAccess.NEVER : token.created());
                        default -> token.used(ago(random));
                    });
            if (random.nextInt(10) == 0) {
                tokens.add(twin(random, tokens.get(tokens.size() - 1)));
            }
        }
        return tokens;
    }

    /** Another token that differs in its last access alone. */
    private static FakeToken twin(Random random, FakeToken token) {
        FakeToken twin = token.id(token.id() + "-twin");
        return token.used() instanceof LastAccess.At used
                ? twin.used(used.instant().plusSeconds(1 + random.nextInt(99_999)))
                : twin;
    }

    /** This machine's clock less the server's: often none, up to two months, in both directions. */
    private static Duration skew(Random random) {
        return random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(random.nextInt(60 * 24 * 120) - 60 * 24 * 60);
    }

    /** The clock that decides what is unused. */
    private static Instant earlier(Duration skew) {
        return skew.isNegative() ? FakeServer.NOW.plus(skew) : FakeServer.NOW;
    }

    private static Instant ago(Random random) {
        return FakeServer.NOW.minusSeconds(random.nextInt((int) (random.nextBoolean() ? 60 : 900) * (int) DAY));
    }

    private static FakeServer server(Random random, List<FakeToken> tokens) {
        FakeServer server = FakeRun.server(tokens);
        server.handles = random.nextInt(3) == 0 ? Handles.VOLATILE : Handles.STABLE;
        server.badHandle = BadHandle.values()[random.nextInt(4)];
        return server;
    }

    private static List<Oracle.Token> truth(List<FakeToken> tokens) {
        return tokens.stream()
                .map(token -> new Oracle.Token(
                        token.id(),
                        token.description(),
                        token.scopes(),
                        token.used().equals(token.created())
                                ? null
                                : token.used().latest(),
                        token.created() == null ? null : token.created().latest(),
                        !(token.used() instanceof LastAccess.Unreadable),
                        true))
                .toList();
    }

    private static Set<String> lost(List<FakeToken> before, FakeServer server) {
        Set<String> lost = new HashSet<>();
        before.forEach(token -> lost.add(token.id()));
        server.ids().forEach(lost::remove);
        return lost;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void exactly_what_the_oracle_says_goes(long seed) {
        Random random = new Random(seed);
        List<FakeToken> tokens = account(random);
        RandomPolicy policy = RandomPolicy.of(random, true);
        Duration skew = skew(random);
        Set<String> goes = Oracle.goes(truth(tokens), rules(policy, truth(tokens)), earlier(skew));
        // A preview also shows what nothing but a person may approve.
        Set<String> shown = Oracle.unused(truth(tokens), policy.rules(), earlier(skew));
        FakeServer server = server(random, tokens);
        CleanupReport preview = run(server, policy, skew).preview().perform();
        assertEquals(Set.of(), lost(tokens, server), "a preview changes nothing");
        CleanupReport report =
                run(server, policy, skew).batchSize(1 + random.nextInt(100)).perform();
        assertEquals(goes, lost(tokens, server), report::message);
        assertEquals(goes.size(), report.counts().removed());
        assertEquals(tokens.size(), report.counts().listed());
        assertEquals(
                report.outcome() == RunOutcome.REFUSED ? report.counts().notAttempted() : shown.size(),
                preview.counts().wouldRemove());
        assertEquals(
                report.outcome() == RunOutcome.REFUSED || goes.equals(shown),
                preview.planFingerprint().equals(report.planFingerprint()));
        if (report.outcome() == RunOutcome.REFUSED) {
            assertEquals(List.of(), server.requests);
            return;
        }
        assertEquals(RunOutcome.DONE, report.outcome());
        List<FakeToken> left = List.copyOf(server.tokens);
        CleanupReport second = run(server, policy, skew).perform();
        boolean capped = second.outcome() == RunOutcome.REFUSED;
        assertEquals(0, second.counts().removed(), "a second run removes nothing");
        assertTrue(!capped && second.counts().notAttempted() == 0, "and finds nothing");
        assertEquals(Set.of(), lost(left, server));
    }

    /** The rules of a run: where the first list shows no use, the server may record none. */
    private static Oracle.Rules rules(RandomPolicy policy, List<Oracle.Token> first) {
        return first.stream().anyMatch(token -> token.used() != null) ? policy.rules() : policy.keepingNeverUsed();
    }

    private static FakeRun run(FakeServer server, RandomPolicy policy, Duration skew) {
        return FakeRun.on(server).policy(policy.policy()).cap(policy.cap()).localTime(FakeServer.NOW.plus(skew));
    }

    /**
     * The oracle says what the first list shows, and what must not be left in view. Without twins that are the same in
     * everything: where handles are new with each load, nobody can say whether one is still there or another came into
     * view.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_comes_into_view_goes_up_to_the_cap(long seed) {
        Random random = new Random(seed);
        List<FakeToken> tokens = account(random);
        tokens.removeIf(token -> token.id().endsWith("-twin") && !(token.used() instanceof LastAccess.At));
        RandomPolicy policy = RandomPolicy.of(random, true);
        Duration skew = skew(random);
        FakeServer server = server(random, tokens);
        server.displayCap = 1 + random.nextInt(30);
        List<Oracle.Token> first = truth(tokens.subList(0, Math.min(server.displayCap, tokens.size())));
        Oracle.Rules rules = rules(policy, first);
        Set<String> planned = Oracle.unused(first, rules, earlier(skew));
        int most = Oracle.most(rules, first.size());
        CleanupReport report =
                run(server, policy, skew).batchSize(1 + random.nextInt(40)).perform();
        Set<String> lost = lost(tokens, server);
        assertEquals(lost.size(), report.counts().removed());
        assertTrue(lost.size() <= most, "no more than the cap goes in a run");
        assertTrue(Oracle.unused(truth(tokens), policy.anyOfADescription(), earlier(skew))
                .containsAll(lost));
        assertEquals(planned.size() > most, report.outcome() == RunOutcome.REFUSED, report::message);
        if (report.outcome() == RunOutcome.PARTIAL) {
            assertEquals(most, lost.size(), report::message);
        } else if (report.outcome() == RunOutcome.DONE) {
            assertTrue(lost.containsAll(planned), report::message);
            List<FakeToken> left = server.tokens.subList(0, Math.min(server.displayCap, server.tokens.size()));
            assertEquals(Set.of(), Oracle.unused(truth(left), rules, earlier(skew)), "left in view");
        } else {
            assertEquals(RunOutcome.REFUSED, report.outcome(), report::message);
            assertEquals(Set.of(), lost);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_larger_age_never_removes_more(long seed) {
        Random random = new Random(seed);
        List<FakeToken> tokens = account(random);
        RandomPolicy policy = RandomPolicy.of(random, false);
        int days = 1 + random.nextInt(100);
        FakeServer shorter = server(random, tokens);
        FakeServer longer = server(random, tokens);
        FakeRun.on(shorter).policy(policy.olderThan(days).policy()).perform();
        FakeRun.on(longer)
                .policy(policy.olderThan(days + 1 + random.nextInt(50)).policy())
                .perform();
        assertTrue(lost(tokens, shorter).containsAll(lost(tokens, longer)));
    }
}
