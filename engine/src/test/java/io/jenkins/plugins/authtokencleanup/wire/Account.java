package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tokens for tests. Descriptions are unique, and say what must become of the token. */
final class Account {
    private Account() {}

    /** Tokens on both sides of the boundary of 30 days, clear of it by three days, and some without a date. */
    static List<TestToken> mixed(Instant now, int count) {
        List<TestToken> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Duration jitter = Duration.ofMinutes(37L * i % 1_440);
            TestToken token =
                    switch (i % 5) {
                        case 0 ->
                            TestToken.named("stale-" + i)
                                    .usedAgo(Duration.ofDays(33 + i).plus(jitter), now);
                        case 1 ->
                            TestToken.named("fresh-" + i)
                                    .usedAgo(Duration.ofDays(i % 27).plus(jitter), now);
                        case 2 -> TestToken.named("never-" + i).neverUsed();
                        case 3 ->
                            TestToken.named("stale-" + i)
                                    .usedAgo(Duration.ofDays(400).plus(jitter), now);
                        default -> TestToken.named("fresh-" + i).usedAgo(Duration.ofMinutes(i % 59), now);
                    };
            tokens.add(token.withIpAddress("10.1." + i / 250 + "." + i % 250));
        }
        return tokens;
    }

    /** What must be left of {@link #mixed}: all but the stale ones. */
    static List<String> survivors(List<TestToken> tokens) {
        return descriptions(tokens.stream()
                .filter(token -> !token.description().startsWith("stale"))
                .toList());
    }

    static List<String> descriptions(List<TestToken> tokens) {
        return tokens.stream().map(TestToken::description).sorted().toList();
    }
}
