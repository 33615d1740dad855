package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a report with what the server really lost. Descriptions are unique. */
final class Truth {
    private final List<TestToken> before;
    private final Set<String> lost;
    private final Set<String> removed;
    private final Set<String> unknown;

    private Truth(List<TestToken> before, AnalyticsServer server, CleanupReport report) {
        this.before = before;
        lost = lost(before, server);
        removed = new HashSet<>(Cleanup.descriptions(report, TokenOutcome.REMOVED));
        unknown = report.tokens().stream()
                .filter(token -> !token.certain())
                .map(TokenReport::description)
                .collect(Collectors.toSet());
    }

    private static Set<String> lost(List<TestToken> before, AnalyticsServer server) {
        Set<String> lost = new HashSet<>(Account.descriptions(before));
        server.tokens().forEach(token -> lost.remove(token.description()));
        return lost;
    }

    /** What holds whatever happened, right after the run. */
    static Truth of(List<TestToken> before, AnalyticsServer server, CleanupReport report) {
        Truth truth = new Truth(before, server, report);
        assertOnlyStale(truth.lost);
        assertTrue(truth.lost.containsAll(truth.removed), () -> "lost " + truth.lost + ", reported " + truth.removed);
        Set<String> unreported = new HashSet<>(truth.lost);
        unreported.removeAll(truth.removed);
        assertTrue(
                truth.unknown.containsAll(unreported),
                () -> "lost and not reported: " + unreported + "; " + report.message());
        assertTrue(server.signInAttempts() <= 1, "one password request at most");
        assertTrue(server.log().stream().noneMatch(request -> request.asksFor("delete_all")));
        assertTrue(truth.unknown.isEmpty() || report.outcome() != RunOutcome.DONE);
        report.tokens().stream()
                .filter(token -> !token.certain())
                .forEach(token -> assertEquals(TokenOutcome.FAILED, token.outcome(), "not known is FAILED"));
        if (report.preview()) {
            assertEquals(Set.of(), truth.lost);
            assertEquals(0, server.log(RequestKind.REMOVE).size());
        }
        return truth;
    }

    private static void assertOnlyStale(Set<String> lost) {
        assertTrue(lost.stream().allMatch(description -> description.startsWith("stale")), () -> "lost " + lost);
    }

    Set<String> lost() {
        return lost;
    }

    /** A run that ends well has removed all that is unused. */
    void assertDoneIsDone(CleanupReport report) {
        if (report.outcome() == RunOutcome.DONE && !report.preview()) {
            assertEquals(
                    Account.descriptions(before).stream()
                            .filter(description -> description.startsWith("stale"))
                            .collect(Collectors.toSet()),
                    removed);
        }
    }

    /**
     * A report leaves open what became of a token only if the last list that the run asked for could not be read, or if
     * the server refused the very request that removed the token.
     */
    void assertOpenOnlyIfUnread(AnalyticsServer server) {
        List<LoggedRequest> log = server.log();
        Set<String> open = new HashSet<>(unknown);
        before.stream()
                .filter(token -> log.stream()
                        .anyMatch(request -> request.fault() == Fault.THROTTLE_AFTER
                                && request.removed().contains(token.id())))
                .forEach(token -> open.remove(token.description()));
        if (open.isEmpty()) {
            return;
        }
        int last = log.stream()
                .filter(request -> request.kind() == RequestKind.REMOVE)
                .mapToInt(LoggedRequest::index)
                .max()
                .orElse(-1);
        boolean read = log.stream()
                .filter(request -> request.index() > last && request.kind() == RequestKind.PANEL)
                .reduce((first, second) -> second)
                .filter(request -> request.signedIn() && request.fault() == null && request.status() == 200)
                .isPresent();
        assertTrue(!read, () -> "the list could be read, but " + open + " are called unknown");
    }

    /** What the server did after the run had ended: to tokens that the report calls failed, or that it did not know. */
    void assertLostSince(AnalyticsServer server, CleanupReport report) {
        Set<String> since = lost(before, server);
        assertOnlyStale(since);
        since.removeAll(lost);
        Set<String> failed = new HashSet<>(Cleanup.descriptions(report, TokenOutcome.FAILED));
        assertTrue(
                failed.containsAll(since),
                () -> "lost later, and not called failed: " + since + "; " + report.message());
    }
}
