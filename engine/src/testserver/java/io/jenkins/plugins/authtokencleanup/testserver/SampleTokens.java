package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tokens of every kind, the same for the same arguments. */
public final class SampleTokens {
    private static final List<String> PLAIN_NAMES = List.of(
            "etl-nightly",
            "billing export",
            "grafana",
            "Jenkins job 42",
            "sales dashboard",
            "backup",
            "crm-sync",
            "etl-nightly",
            "ops & monitoring",
            "");
    private static final List<String> HOSTILE_NAMES = List.of(
            "<b>bold</b> <script>alert(1)</script>",
            "</td></tr><tr id=\"trow\"><td><a data-enctoken=\"x\">",
            "\"><img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0",
            "+1+2",
            "-3+4",
            "@SUM(A1:A9)",
            "\tstarts with a tab",
            "two\r\nlines, \"quoted\"; and; semicolons",
            "right \u202eot left\u202c and \u2066isolate\u2069",
            "bell \u0007 escape \u001b[31mred\u001b[0m \u0085",
            "&amp;nbsp; &#60;not a tag&#62; &copy",
            "emoji \ud83d\ude80\ud83d\udc69\u200d\ud83d\udcbb, umlauts \u00e4\u00f6\u00fc, \u65e5\u672c\u8a9e",
            "${user.home} #{1+1} %s %n {{gap}} $(id)",
            "no\u00a0break  and   many    spaces  ",
            "very long " + "x".repeat(5_000),
            "12 days ago",
            "Last Accessed Time");
    private static final List<List<String>> SCOPES = List.of(
            List.of("ZROP/reportsapi"),
            List.of("ZohoReports/reportsapi"),
            List.of("ZROP/reportsapi", "ZohoCRM/crmapi"),
            List.of("ZROP/reportsapi", "ZohoCRM/crmapi", "ZohoBooks/booksapi", "ZohoDesk/a & b <c>"),
            List.of());
    /** Distances from 30 days, in seconds. */
    private static final List<Long> AROUND_BOUNDARY =
            List.of(-86_400L, -3_600L, -60L, -1L, 0L, 1L, 60L, 3_600L, 86_399L, 86_400L, 86_401L);

    private SampleTokens() {}

    /**
     * Fresh and stale tokens, tokens around the boundary of 30 days, never used, used in the future, with equal
     * descriptions, with various scopes, and with hostile texts. In every 20 there is one of each rare kind.
     *
     * @param now the server's now
     */
    public static List<TestToken> list(Instant now, int count, long seed) {
        Random random = new Random(seed);
        List<TestToken> tokens = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant lastAccessed = lastAccessed(i, now, random);
            Instant latestCreation = lastAccessed == null || lastAccessed.isAfter(now) ? now : lastAccessed;
            tokens.add(new TestToken(
                    "sample-" + seed + "-" + i,
                    description(i, random),
                    SCOPES.get(random.nextInt(SCOPES.size())),
                    "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256),
                    latestCreation.minusSeconds(random.nextInt(86_400 * 400)),
                    lastAccessed));
        }
        return tokens;
    }

    private static String description(int index, Random random) {
        return index % 5 == 3
                ? HOSTILE_NAMES.get(index / 5 % HOSTILE_NAMES.size())
                : PLAIN_NAMES.get(random.nextInt(PLAIN_NAMES.size()));
    }

    private static Instant lastAccessed(int index, Instant now, Random random) {
        return switch (index % 20) {
            case 2 -> null;
            case 5 -> now.plusSeconds(60 + random.nextInt(86_400 * 30));
            case 8, 16 -> aroundBoundary(index / 20 * 2 + index % 20 / 16, now);
            case 11 -> now.minusSeconds(random.nextInt(3_600));
            case 14 -> now.minusSeconds(random.nextInt(86_400));
            default ->
                index % 2 == 0
                        ? now.minusSeconds(random.nextInt(86_400 * 29))
                        : now.minusSeconds(86_400L * 31 + random.nextInt(86_400 * 600));
        };
    }

    private static Instant aroundBoundary(int index, Instant now) {
        long seconds = AROUND_BOUNDARY.get(index % AROUND_BOUNDARY.size());
        return now.minus(Duration.ofDays(30)).minusSeconds(seconds);
    }
}
