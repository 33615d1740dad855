package io.jenkins.plugins.authtokencleanup.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs against a fake server, whose waits take no time. */
final class FakeRun {
    private final FakeServer server;
    private CleanupPolicy policy = CleanupPolicy.vendorsAdvice();
    private boolean preview;
    private int batchSize = CleanupOptions.DEFAULT_BATCH;
    private PlanRestriction restriction = PlanRestriction.NONE;
    private Pauses pauses = pause -> {};

    private FakeRun(FakeServer server) {
        this.server = server;
    }

    static FakeRun on(FakeServer server) {
        return new FakeRun(server);
    }

    FakeRun policy(CleanupPolicy value) {
        policy = value;
        return this;
    }

    FakeRun preview() {
        preview = true;
        return this;
    }

    FakeRun batchSize(int value) {
        batchSize = value;
        return this;
    }

    FakeRun approved(CleanupReport report) throws Exception {
        restriction = ApprovedPlan.of(report);
        return this;
    }

    FakeRun restriction(PlanRestriction value) {
        restriction = value;
        return this;
    }

    FakeRun pauses(Pauses value) {
        pauses = value;
        return this;
    }

    /** Every report is consistent in itself, and its connection was closed once. */
    CleanupReport perform() {
        CleanupOptions options = new CleanupOptions(
                policy,
                preview,
                batchSize,
                Duration.ofSeconds(60),
                restriction,
                Clock.fixed(server.now, ZoneOffset.UTC),
                pauses);
        int closed = server.closed;
        CleanupReport report = new CleanupRun(server, options, CleanupListener.SILENT).perform();
        TokenCounts counts = report.counts();
        assertEquals(
                counts.listed(),
                counts.removed() + counts.kept() + counts.failed() + counts.notAttempted() + counts.wouldRemove());
        assertEquals(
                counts.listed(),
                report.tokens().stream().map(TokenReport::id).distinct().count(),
                "ids tell tokens apart");
        assertEquals(closed + 1, server.closed, "the connection is closed once");
        return report;
    }

    /** Performs a run that ends well. */
    CleanupReport done() {
        CleanupReport report = perform();
        assertEquals(RunOutcome.DONE, report.outcome(), report.message());
        assertEquals(ExitCode.DONE, report.exitCode());
        return report;
    }

    static FakeToken daysAgo(String name, double days) {
        return FakeToken.named(name).used(FakeServer.NOW.minusMillis((long) (days * 86_400_000)));
    }

    static List<FakeToken> stale(int count) {
        List<FakeToken> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(daysAgo("stale-" + i, 40 + i));
        }
        return tokens;
    }

    static FakeServer server(List<FakeToken> tokens) {
        return new FakeServer(tokens.toArray(FakeToken[]::new));
    }

    static CleanupPolicy policy(NeverUsed neverUsed, int keepNewest, String... protect) {
        return new CleanupPolicy(
                30,
                neverUsed,
                Arrays.stream(protect).map(ProtectPattern::of).toList(),
                keepNewest,
                RemovalCap.NONE);
    }

    static List<String> descriptions(CleanupReport report, TokenOutcome outcome) {
        return report.tokens().stream()
                .filter(token -> token.outcome() == outcome)
                .map(TokenReport::description)
                .sorted()
                .toList();
    }

    static TokenReport token(CleanupReport report, String description) {
        List<TokenReport> found = report.tokens().stream()
                .filter(token -> token.description().equals(description))
                .toList();
        assertEquals(1, found.size(), "one token of the description " + description);
        return found.get(0);
    }

    static Instant days(double days) {
        return FakeServer.NOW.minusMillis((long) (days * 86_400_000));
    }
}
