package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.policy.PolicyJudge;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists, judges, and has unused tokens removed on a server that it is signed in to. */
final class TokenCleanup {
    private final AuthTokenSession server;
    private final CleanupRequest request;
    private final CleanupListener listener;
    private final Clock clock;
    private final Sleeper sleeper;
    private final TokenLedger ledger = new TokenLedger();
    private PolicyJudge judge;
    private Instant serverTime;
    private Instant localTime;

    TokenCleanup(AuthTokenSession server, CleanupRequest request, CleanupListener listener, Clock clock, Sleeper sleeper) {
        this.server = server;
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    TokenLedger ledger() {
        return ledger;
    }

    /** The server's clock at the first listing, null before it. */
    Instant serverTime() {
        return serverTime;
    }

    /** This machine's clock at the first listing, null before it. */
    Instant localTime() {
        return localTime;
    }

    /** The last access of each token to be removed, by its id. */
    Map<String, LastAccess> plannedAccesses() {
        return ledger.tokens().stream()
                .filter(token -> token.reason() == Reason.UNUSED)
                .collect(Collectors.toMap(TrackedToken::id, token -> token.row().lastAccess()));
    }

    Instant cutoff() {
        return judge == null ? null : judge.cutoff();
    }

    /**
     * Lists and judges the tokens. Any fault here ends the run, so that nothing is removed.
     *
     * @throws CleanupException if the listing fails
     * @throws InterruptedException if the thread is interrupted
     */
    void plan() throws CleanupException, InterruptedException {
        listener.step("Listing AuthTokens");
        TokenListing listing = server.list(request.connection().timeout());
        localTime = clock.instant();
        serverTime = listing.serverTime();
        request.restriction().listedAt(serverTime);
        judge = new PolicyJudge(request.policy(), request.policy().cutoff(serverTime));
        ledger.takeIn(listing, true, List.of());
        judgeAll(listing.serverTime());
        listener.planned(ledger.tokens().size(), ledger.planned(), cutoff());
    }

    /**
     * Refuses a plan that a restriction refuses as a whole.
     *
     * @throws CleanupException if one does
     */
    void checkListing() throws CleanupException {
        request.restriction().checkListing(ledger.tokens().size(), listener::warning);
    }

    /**
     * Refuses the plan as it stands if it is over the cap.
     *
     * @throws CleanupException if it is
     */
    void checkCap() throws CleanupException {
        request.cap().check(ledger.planned(), ledger.tokens().size());
    }

    /**
     * Removes what is planned, batch by batch.
     *
     * @throws CleanupException if the run can't go on
     * @throws InterruptedException if the thread is interrupted; what was under way is settled by then
     */
    void remove() throws CleanupException, InterruptedException {
        new BatchedRemoval(server, request, listener, sleeper, ledger, this::rejudge).run();
    }

    /**
     * Rows that came into view are judged with all others, by the same cut-off, and count for the cap. Otherwise the plan
     * only ever gets smaller.
     */
    private void rejudge(TokenListing listing, boolean newcomers) throws CleanupException {
        if (newcomers) {
            judgeAll(listing.serverTime());
            checkCap();
            return;
        }
        List<TrackedToken> listed = listed();
        List<Reason> reasons = judge(listed, listing.serverTime());
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).reason() == Reason.UNUSED) {
                settle(listed.get(i), reasons.get(i));
            }
        }
    }

    private void judgeAll(Instant now) {
        List<TrackedToken> listed = listed();
        List<Reason> reasons = judge(listed, now);
        for (int i = 0; i < listed.size(); i++) {
            settle(listed.get(i), reasons.get(i));
        }
    }

    private List<TrackedToken> listed() {
        return ledger.tokens().stream().filter(TrackedToken::listed).toList();
    }

    private List<Reason> judge(List<TrackedToken> tokens, Instant now) {
        return judge.judge(tokens.stream().map(TrackedToken::row).toList(), now);
    }

    private void settle(TrackedToken token, Reason judged) {
        Reason reason = judged;
        if (reason == Reason.UNUSED) {
            Reason restricted = request.restriction().reasonToKeep(token.id(), token.row());
            reason = restricted == null ? Reason.UNUSED : restricted;
        }
        boolean wasToGo = token.reason() == Reason.UNUSED || token.reason() == Reason.USED_MEANWHILE;
        token.judge(wasToGo && reason == Reason.RECENTLY_USED ? Reason.USED_MEANWHILE : reason);
    }
}
