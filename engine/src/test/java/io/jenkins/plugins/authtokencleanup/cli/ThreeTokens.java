package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Three tokens of which one is unused, and the moment they are looked at. */
final class ThreeTokens {
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    static final TestToken STALE = TestToken.named("nightly export").usedDaysAgo(88, NOW);
    static final TestToken FRESH = TestToken.named("dash\u202Eboard\u001B[2J").usedDaysAgo(1, NOW);
    static final TestToken NEVER = TestToken.named("spare").neverUsed();

    static final List<TestToken> LIST = List.of(STALE, FRESH, NEVER);

    private ThreeTokens() {}

    static ServerSettings server() {
        return AnalyticsServer.configure().clock(TestClock.at(NOW)).tokens(LIST);
    }
}
