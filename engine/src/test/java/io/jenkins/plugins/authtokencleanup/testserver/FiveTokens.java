package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Instant;
import java.util.List;

/** Five tokens named a to e, and the moment they are looked at. */
final class FiveTokens {
    static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");
    static final List<TestToken> LIST = List.of(
            token("a", 45),
            token("b", 2),
            token("c", 31),
            token("d", 29),
            TestToken.named("never").withId("e"));

    private FiveTokens() {}

    static ServerSettings server() {
        return AnalyticsServer.configure().tokens(LIST).clock(TestClock.at(NOW));
    }

    private static TestToken token(String id, int days) {
        return TestToken.named("token " + id).withId(id).usedDaysAgo(days, NOW);
    }
}
