package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Reports for the tests of this package. */
final class SampleReports {
    static final Instant START = Instant.parse("2026-03-31T10:00:00Z");

    /** What a page, a terminal, a spreadsheet or a parser could stumble over. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "&lt;already&amp;escaped",
            "</style></title><!-- -->",
            "=1+1",
            "+1",
            "-1+cmd|' /C calc'!A0",
            "@SUM(A1:A9)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "  =1+1",
            "\"=1+1\"",
            "a;=1+1",
            "\uFF1D1+1",
            "a,b;c\"d\"\"e",
            "line one\r\nline two\u0085line three\u2028line four\u2029",
            "evil\u202Egnp.exe",
            "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
            "zero\u200Bwidth\u00ADsoft\uFEFFmark",
            "\u001B[2J\u001B]0;title\u0007\u009B31m\u007F",
            "nul\0nul",
            "lone \uD83D high",
            "lone \uDE00 low",
            "\uDE00\uD83D",
            "emoji \uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDCBB",
            "tag \uDB40\uDC41 end",
            "\uFFFF \uFDD0 noncharacters",
            "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u65E5\u672C\u8A9E",
            "back\\slash \\u0041 \\n",
            "",
            "   ");

    private SampleReports() {}

    static TokenReport token(String id, String description, TokenOutcome outcome, Reason reason) {
        return new TokenReport(
                id,
                description,
                List.of("ZROP/reportsapi", "ZROP/metadataapi"),
                "10.0.0.17",
                Instant.parse("2026-01-02T03:04:05Z"),
                "88 days ago",
                reason.verdict(),
                reason,
                outcome,
                true,
                "",
                null);
    }

    static CleanupReport of(List<TokenReport> tokens) {
        return new CleanupReport(
                "https://analytics.example.com:8443",
                "admin@example.com",
                false,
                RunOutcome.DONE,
                "Removed 1 AuthToken of 2 listed.",
                List.of(),
                START,
                START.plusSeconds(3),
                START.plusSeconds(2),
                1L,
                Instant.parse("2026-03-01T10:00:02Z"),
                "abc123",
                2,
                "classic",
                Policies.vendorsAdvice(),
                RemovalCap.NONE,
                tokens,
                ExitCode.DONE);
    }

    /** A token removed, and one kept with all that may be missing missing. */
    static CleanupReport small() {
        return of(List.of(
                token("00aa", "nightly export", TokenOutcome.REMOVED, Reason.UNUSED),
                new TokenReport(
                        "00bb",
                        "",
                        List.of(),
                        "",
                        null,
                        "-",
                        Reason.NEVER_USED.verdict(),
                        Reason.NEVER_USED,
                        TokenOutcome.KEPT,
                        true,
                        "a note",
                        null)));
    }

    /** A run that never reached the server. */
    static CleanupReport failed() {
        return new CleanupReport(
                "https://analytics.example.com:8443",
                "admin@example.com",
                true,
                RunOutcome.FAILED,
                "Connect: refused. Check the address.",
                List.of("a first warning", "a second one"),
                START,
                START,
                null,
                null,
                null,
                null,
                2,
                null,
                new CleanupPolicy(
                        7, NeverUsed.JUDGE, List.of(ProtectPattern.of("ci-*"), ProtectPattern.of("regex:^prod")), 2),
                new RemovalCap(50, 10),
                List.of(),
                ExitCode.UNEXPECTED);
    }

    /** Every hostile text wherever a server can put one. */
    static CleanupReport hostile() {
        return of(IntStream.range(0, HOSTILE.size())
                .mapToObj(i -> new TokenReport(
                        "id" + i,
                        HOSTILE.get(i),
                        List.of(HOSTILE.get(i), "scope"),
                        HOSTILE.get(i),
                        START,
                        HOSTILE.get(i),
                        Reason.UNUSED.verdict(),
                        Reason.UNUSED,
                        TokenOutcome.values()[i % TokenOutcome.values().length],
                        i % 5 != 0,
                        HOSTILE.get(i),
                        null))
                .toList());
    }

    static CleanupReport withMany(int count) {
        TokenOutcome[] outcomes = TokenOutcome.values();
        return of(IntStream.range(0, count)
                .mapToObj(i -> token(
                        Integer.toHexString(i), "token number " + i, outcomes[i % outcomes.length], Reason.UNUSED))
                .toList());
    }

    /** A report that UTF-8 has a form for. */
    static String written(ReportFormat format, CleanupReport report) throws IOException {
        String text = format.text(report);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        return text;
    }
}
