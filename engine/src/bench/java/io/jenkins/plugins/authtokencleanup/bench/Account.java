package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * An account to clean up, and the server that it is on.
 *
 * @param page which page lists its AuthTokens
 * @param tokens how many there are
 * @param unused how many of them are unused, spread evenly
 * @param thinkMillis how long the server thinks before each answer
 */
record Account(AccountsPage page, int tokens, int unused, int thinkMillis) {
    private static final int MOST_REQUESTS = 10_000;

    /** What {@link #toString} wrote. */
    static Account of(String text) {
        String[] parts = text.split(" ");
        return new Account(
                AccountsPage.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]));
    }

    boolean isUnused(int place) {
        return (long) place * unused % tokens < unused;
    }

    AnalyticsServer start() {
        Instant now = Instant.now();
        AnalyticsServer server = AnalyticsServer.configure()
                .accountsPage(page)
                .tokens(IntStream.range(0, tokens).mapToObj(i -> token(i, now)).toList())
                .start();
        for (int request = 0; thinkMillis > 0 && request < MOST_REQUESTS; request++) {
            server.before(request, this::think);
        }
        return server;
    }

    private TestToken token(int place, Instant now) {
        Duration age = isUnused(place) ? Duration.ofDays(31 + place % 900) : Duration.ofMinutes(90 + place % 41_000);
        return TestToken.named("job " + place % 5_000)
                .usedAgo(age, now)
                .withIpAddress("10.9." + place % 250 + "." + place / 400 % 250)
                .withId("t" + place);
    }

    private void think() {
        try {
            Thread.sleep(thinkMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return page + " " + tokens + " " + unused + " " + thinkMillis;
    }
}
