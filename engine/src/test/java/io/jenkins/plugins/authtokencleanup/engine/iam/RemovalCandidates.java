package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.AuthTokenServer;
import io.jenkins.plugins.authtokencleanup.engine.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.CleanupOptions;
import io.jenkins.plugins.authtokencleanup.engine.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.CleanupRun;
import io.jenkins.plugins.authtokencleanup.engine.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.Reason;
import io.jenkins.plugins.authtokencleanup.engine.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a run would remove of a listing, by the boldest policy that there is for its days. */
final class RemovalCandidates implements ServerConnection, AuthTokenServer, PlanRestriction {
    private static final CleanupPolicy BOLDEST =
            new CleanupPolicy(30, NeverUsed.JUDGE, List.of(), 0, RemovalCap.NONE);
    static final Instant CUTOFF = BOLDEST.cutoff(ServedPages.NOW);

    private final TokenListing listing;
    private final List<AuthToken> candidates = new ArrayList<>();

    private RemovalCandidates(TokenListing listing) {
        this.listing = listing;
    }

    static List<AuthToken> of(TokenListing listing) {
        RemovalCandidates server = new RemovalCandidates(listing);
        CleanupOptions options = CleanupOptions.of(BOLDEST, true, 100).withRestriction(server);
        CleanupReport report = new CleanupRun(server, options, CleanupListener.SILENT).perform();
        assertEquals(RunOutcome.DONE, report.outcome(), report.message());
        assertEquals(server.candidates.size(), report.counts().wouldRemove());
        return server.candidates;
    }

    /** Asked for each token that is unused. */
    @Override
    public Reason reasonToKeep(String id, AuthToken token) {
        candidates.add(token);
        return null;
    }

    @Override
    public TokenListing list(Duration atMost) {
        return listing;
    }

    @Override
    public TokenListing glance(Duration atMost) {
        return listing;
    }

    @Override
    public RemovalReply remove(List<AuthToken> batch) {
        throw new AssertionError("a preview removes nothing");
    }

    @Override
    public AuthTokenServer open(CleanupListener listener) {
        return this;
    }

    @Override
    public String server() {
        return "https://analytics-server:8443";
    }

    @Override
    public String account() {
        return ServedPages.ACCOUNT;
    }

    @Override
    public void close() {}
}
