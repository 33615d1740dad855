package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.iam.ServedPages;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a run would remove of a listing, by the boldest policy that there is for its days. */
@SuppressWarnings("serial")
final class RemovalCandidates implements ServerConnection, AuthTokenSession, PlanRestriction {
    private static final CleanupPolicy BOLDEST = new CleanupPolicy(30, NeverUsed.JUDGE, List.of(), 0);
    static final Instant CUTOFF = BOLDEST.cutoff(ServedPages.NOW);

    private final TokenListing listing;
    private final List<AuthToken> candidates = new ArrayList<>();

    private RemovalCandidates(TokenListing listing) {
        this.listing = listing;
    }

    static List<AuthToken> of(TokenListing listing) {
        RemovalCandidates server = new RemovalCandidates(listing);
        CleanupRequest request =
                new CleanupRequest(server.settings(), BOLDEST, RemovalCap.NONE, true, null, List.of(server));
        CleanupReport report = new CleanupRun(server, request, CleanupListener.SILENT).perform();
        assertEquals(RunOutcome.DONE, report.outcome(), report.message());
        assertEquals(server.candidates.size(), report.counts().wouldRemove());
        return server.candidates;
    }

    /** Asked for each token that is unused. */
    @Override
    public Reason reasonToKeep(AuthToken token) {
        candidates.add(token);
        return null;
    }

    @Override
    public TokenListing list(Duration atMost) {
        return listing;
    }

    @Override
    public TokenListing listOnce(Duration atMost) {
        return listing;
    }

    @Override
    public RemovalReply remove(List<AuthToken> batch) {
        throw new AssertionError("a preview removes nothing");
    }

    @Override
    public AuthTokenSession open(CleanupListener listener) {
        return this;
    }

    @Override
    public ConnectionSettings settings() {
        return ConnectionSettings.of(ServerAddress.of("https://analytics-server:8443", false), ServedPages.ACCOUNT);
    }

    @Override
    public int defaultBatch() {
        return 100;
    }

    @Override
    public boolean close() {
        return true;
    }
}
