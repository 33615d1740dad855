package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs against a fake server, whose waits take no time. */
public final class FakeRun {
    private final FakeServer server;
    private CleanupPolicy policy = Policies.vendorsAdvice();
    private boolean preview;
    private Integer batchSize;
    private RemovalCap cap = RemovalCap.NONE;
    private Instant localTime;
    private List<PlanRestriction> restrictions = List.of();
    private Sleeper sleeper = duration -> {};

    private FakeRun(FakeServer server) {
        this.server = server;
    }

    public static FakeRun on(FakeServer server) {
        return new FakeRun(server);
    }

    FakeRun policy(CleanupPolicy value) {
        policy = value;
        return this;
    }

    /** This machine's clock; the server's if nothing else is said. */
    public FakeRun localTime(Instant value) {
        localTime = value;
        return this;
    }

    public FakeRun cap(RemovalCap value) {
        cap = value;
        return this;
    }

    public FakeRun preview() {
        preview = true;
        return this;
    }

    FakeRun batchSize(int value) {
        batchSize = value;
        return this;
    }

    FakeRun approved(CleanupReport report) throws Exception {
        restrictions = List.of(ApprovedPlan.of(report));
        return this;
    }

    public FakeRun restricted(PlanRestriction... all) {
        restrictions = List.of(all);
        return this;
    }

    FakeRun sleeper(Sleeper value) {
        sleeper = value;
        return this;
    }

    /** Every report is consistent in itself, and its connection was closed once. */
    public CleanupReport perform() {
        CleanupRequest request = new CleanupRequest(server.settings(), policy, cap, preview, batchSize, restrictions);
        int closed = server.closed;
        Clock clock = Clock.fixed(localTime == null ? server.now : localTime, ZoneOffset.UTC);
        CleanupReport report = new CleanupRun(server, request, CleanupListener.SILENT, clock, sleeper).perform();
        TokenCounts counts = report.counts();
        assertEquals(
                counts.listed(),
                counts.removed() + counts.kept() + counts.failed() + counts.notAttempted() + counts.wouldRemove());
        assertEquals(
                counts.listed(),
                report.tokens().stream().map(TokenReport::id).distinct().count(),
                "ids are unique");
        assertEquals(closed + 1, server.closed, "the connection is closed once");
        assertEquals(List.of(), new ReportCheck(request, clock.instant(), clock.instant()).differences(report));
        return report;
    }

    /** Performs a run that ends well. */
    public CleanupReport done() {
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
                30, neverUsed, Arrays.stream(protect).map(ProtectPattern::of).toList(), keepNewest);
    }

    static List<String> descriptions(CleanupReport report, TokenOutcome outcome) {
        return report.tokens().stream()
                .filter(token -> token.outcome() == outcome)
                .map(TokenReport::description)
                .sorted()
                .toList();
    }

    public static TokenReport token(CleanupReport report, String description) {
        List<TokenReport> found = report.tokens().stream()
                .filter(token -> token.description().equals(description))
                .toList();
        assertEquals(1, found.size(), "one token of the description " + description);
        return found.get(0);
    }

    public static Instant days(double days) {
        return FakeServer.NOW.minusMillis((long) (days * 86_400_000));
    }
}
