package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.oracle.Oracle;
import io.jenkins.plugins.authtokencleanup.oracle.RandomPolicy;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.BadHandlePolicy;
import io.jenkins.plugins.authtokencleanup.testserver.CsrfSource;
import io.jenkins.plugins.authtokencleanup.testserver.RedirectStyle;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A server, an account, a policy and this machine's clock out of a seed, and what a client can know of them. */
final class GeneratedServer {
    private static final Instant SOME_DAY = Instant.parse("2026-06-11T05:00:11Z");

    private final Random random;
    /** The server's clock. */
    final Instant now;
    /** This machine's clock less the server's. */
    final Duration skew;

    final List<TestToken> tokens;
    final RandomPolicy policy;
    final boolean dateHeader;
    final GeneratedPage page;

    GeneratedServer(long seed) {
        random = new Random(seed);
        now = SOME_DAY.minusSeconds(random.nextInt(86_400 * 200) - 86_400L * 100);
        skew = skew();
        boolean twins = random.nextInt(3) == 0;
        int count = random.nextInt(25) == 0 ? random.nextInt(600) : random.nextInt(70);
        tokens = new ArrayList<>(SampleTokens.list(now, count, seed));
        dateHeader = random.nextInt(25) > 0;
        page = random.nextBoolean() ? new GeneratedClassicPage(random, twins) : new GeneratedJsonPage(random, twins);
        if (twins) {
            addTwins();
        }
        policy = RandomPolicy.of(random, true);
    }

    /** None, minutes, or up to two months, in both directions. */
    private Duration skew() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMinutes(random.nextInt(9) - 4);
            case 1 -> Duration.ofHours(random.nextInt(24 * 120) - 24 * 60);
            default -> Duration.ZERO;
        };
    }

    /** Of some tokens there is another one that differs in its last access alone, by hours or days. */
    private void addTwins() {
        for (TestToken token : List.copyOf(tokens)) {
            if (random.nextInt(4) == 0 && token.lastAccessed() != null) {
                Instant later =
                        token.lastAccessed().plusSeconds(random.nextInt(random.nextBoolean() ? 9_000 : 400_000));
                tokens.add(
                        random.nextInt(tokens.size() + 1),
                        token.withId(token.id() + "-twin").usedAt(later));
            }
        }
    }

    @SafeVarargs
    static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    ServerSettings settings() {
        ServerSettings settings = one(random, SignInKind.values())
                .of(AnalyticsServer.configure())
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .clock(TestClock.at(now))
                .dateHeader(dateHeader)
                .tokens(tokens)
                .accountsPage(page.isJson() ? AccountsPage.JSON : AccountsPage.CLASSIC)
                .redirects(one(random, RedirectStyle.values()))
                .csrfSource(one(random, CsrfSource.values()))
                .rotateCsrf(random.nextBoolean())
                .badHandlePolicy(one(random, BadHandlePolicy.values()))
                .volatileHandles(random.nextInt(3) == 0)
                .prefix(random.nextBoolean() ? "" : "/analytics");
        page.applyTo(settings);
        return settings;
    }

    Cleanup cleanup(AnalyticsServer server) {
        Cleanup cleanup = Cleanup.of(server)
                .clock(Clock.fixed(now.plus(skew), ZoneOffset.UTC))
                .policy(policy.policy())
                .cap(policy.cap())
                .zone(page.namedZone());
        return random.nextInt(4) == 0 ? cleanup : cleanup.batchSize(1 + random.nextInt(30));
    }

    /** Tokens last used before this many days before it are unused: no clock that is ahead makes one older. */
    Instant reference() {
        return now.plus(skew.isNegative() ? skew : Duration.ZERO).minus(page.recordedEvery());
    }

    boolean isExact() {
        return page.isExact(skew.compareTo(Duration.ZERO) > 0);
    }

    /** Whether nothing can be decided, so that a run fails and removes nothing. */
    boolean isUndecidable() {
        return !dateHeader || policy.rules().keepNewest() > 0 && !page.showsDescriptions();
    }

    Oracle.Rules rules() {
        boolean recorded = tokens.isEmpty()
                || page.recordsUse() && tokens.stream().anyMatch(token -> token.lastAccessed() != null);
        return recorded ? policy.rules() : policy.keepingNeverUsed();
    }

    /** The tokens as the page shows them, with every time moved to a later one. */
    List<Oracle.Token> shown(List<TestToken> which, Duration later) {
        return which.stream().map(token -> shown(token, later)).toList();
    }

    private Oracle.Token shown(TestToken token, Duration later) {
        Instant used =
                token.lastAccessed() == null && page.hidesThatItWasNeverUsed() ? token.created() : token.lastAccessed();
        return new Oracle.Token(
                token.id(),
                token.description(),
                token.scopes().stream()
                        .flatMap(scope -> Arrays.stream(scope.split("/")))
                        .toList(),
                used == null ? null : used.plus(later),
                page.showsCreation() ? token.created().plus(later) : null,
                page.isReadable(),
                page.offersRemoval(tokens.indexOf(token)));
    }

    /** The tokens of the first list. */
    List<TestToken> onPage(List<TestToken> all) {
        return page.displayCap() == 0 ? all : all.subList(0, Math.min(page.displayCap(), all.size()));
    }

    /** What goes, cap or not, of tokens that the page shows, with every time moved to a later one. */
    Set<String> unused(List<TestToken> which, Duration later) {
        return Oracle.unused(shown(which, later), rules(), reference());
    }
}
