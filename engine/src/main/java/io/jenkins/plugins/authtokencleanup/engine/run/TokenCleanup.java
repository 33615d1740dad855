package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.plan.ListedPage;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.PolicyJudge;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists, judges, and has unused tokens removed. Knows no token before it has listed them. */
final class TokenCleanup {
    private static final Comparator<TrackedToken> LONGEST_UNUSED_FIRST = Comparator.comparing(
            token -> token.row().lastAccess().latest(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final CleanupRequest request;
    private final CleanupListener listener;
    private final Clock clock;
    private final Sleeper sleeper;
    private final TokenLedger ledger = new TokenLedger();
    private AuthTokenSession server;
    private PolicyJudge judge;
    private Clocks clocks;
    private TokenListing first;
    private long quota;
    private CleanupException refusal;

    TokenCleanup(CleanupRequest request, CleanupListener listener, Clock clock, Sleeper sleeper) {
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    TokenLedger ledger() {
        return ledger;
    }

    /** The clocks at the first listing, null before it. */
    Clocks clocks() {
        return clocks;
    }

    /** What the first listing shows besides its tokens, null before it. */
    PageDetails page() {
        return first == null ? null : first.page();
    }

    /** The newest last access that the first listing shows, null if there is none that can be read. */
    Instant newestUse() {
        return first.newestUse();
    }

    /** Whether a person sees tokens never used before they go, even if nothing shows that use is recorded. */
    boolean seenByPerson() {
        return request.policy().neverUsed() == NeverUsed.JUDGE
                && (request.preview() || request.restrictions().stream().anyMatch(PlanRestriction::approved));
    }

    /** Whether the first listing shows that the server records use. */
    boolean useRecorded() {
        return page().useRecorded() && first.showsUse();
    }

    /** Patterns that took too long, so that they protect tokens which they may not match. */
    Set<ProtectPattern> slowPatterns() {
        return judge.slowPatterns();
    }

    Instant cutoff() {
        return judge == null ? null : judge.cutoff();
    }

    /** The last access of each token to be removed, by its id. */
    Map<String, LastAccess> plannedAccesses() {
        return ledger.tokens().stream()
                .filter(token -> token.reason() == Reason.UNUSED)
                .collect(Collectors.toMap(TrackedToken::id, token -> token.row().lastAccess()));
    }

    /** Lists and judges the tokens. Any fault here ends the run, so that nothing is removed. */
    void plan(AuthTokenSession session, Consumer<String> warnings) throws CleanupException, InterruptedException {
        server = session;
        listener.step("Listing AuthTokens");
        TokenListing listing = server.list(request.connection().timeout());
        clocks = new Clocks(listing.serverTime(), clock.instant());
        if (request.policy().keepNewest() > 0 && !listing.page().oneDescription()) {
            throw new CleanupException(
                    Problem.UNKNOWN_PAGE,
                    "Keep the newest AuthTokens of each description",
                    "the page has no single column of descriptions among: "
                            + String.join(" | ", listing.page().columns()));
        }
        first = listing;
        judge = new PolicyJudge(
                request.policy(),
                request.policy().cutoff(clocks.earlier()).minus(page().recordedEvery()),
                useRecorded() || seenByPerson());
        ledger.takeIn(listing, ledger.matcher().match(listing, true, List.of()), false);
        refusal = restrict(warnings);
        judge(listing, token -> true);
        quota = request.cap().most(ledger.tokens().size());
        listener.planned(ledger.tokens().size(), ledger.planned(), cutoff());
    }

    /** A restriction that refuses the listing still leaves a report of what is listed. */
    private CleanupException restrict(Consumer<String> warnings) {
        ListedPage listed = new ListedPage(page().kind(), ledger.tokens().size(), clocks.earlier(), request.preview());
        try {
            for (PlanRestriction restriction : request.restrictions()) {
                restriction.listed(listed, warnings);
            }
            return null;
        } catch (CleanupException e) {
            return e;
        }
    }

    /** Refuses a plan as a whole: by a restriction, or because it is over the cap. */
    void check() throws CleanupException {
        if (refusal != null) {
            throw refusal;
        }
        request.cap().check(ledger.planned(), ledger.tokens().size());
    }

    /** Removes what is planned, batch by batch. If interrupted, it settles what is under way first. */
    void remove(RemovalJournal journal) throws CleanupException, InterruptedException {
        new BatchedRemoval(server, request, listener, sleeper, ledger, journal, this::rejudge).run();
    }

    /** Rows that came into view are judged with all others. Otherwise the plan only gets smaller. */
    private void rejudge(RemovalVerifier.Result found) {
        if (found.newcomers()) {
            judge(found.listing(), token -> true);
            keepOverCap();
        } else {
            judge(found.listing(), token -> token.reason() == Reason.UNUSED);
        }
    }

    private void judge(TokenListing listing, Predicate<TrackedToken> open) {
        Instant now = new Clocks(listing.serverTime(), clock.instant()).later();
        List<TrackedToken> listed = ledger.listed();
        List<Reason> reasons =
                judge.judge(listed.stream().map(TrackedToken::row).toList(), now);
        for (int i = 0; i < listed.size(); i++) {
            if (open.test(listed.get(i))) {
                settle(listed.get(i), reasons.get(i));
            }
        }
    }

    private void settle(TrackedToken token, Reason judged) {
        Reason reason = judged == Reason.UNUSED ? restricted(token.row()) : judged;
        boolean wasToGo = token.reason() == Reason.UNUSED || token.reason() == Reason.USED_MEANWHILE;
        token.judge(wasToGo && reason == Reason.RECENTLY_USED ? Reason.USED_MEANWHILE : reason);
    }

    private Reason restricted(AuthToken row) {
        return request.restrictions().stream()
                .map(restriction -> restriction.reasonToKeep(row))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Reason.UNUSED);
    }

    /** No more than the cap may go in a run, longest unused first. */
    private void keepOverCap() {
        long gone = ledger.tokens().stream()
                .filter(token -> token.removed() || token.notKnown())
                .count();
        ledger.tokens().stream()
                .filter(TrackedToken::removable)
                .filter(token -> !token.notKnown())
                .sorted(LONGEST_UNUSED_FIRST)
                .skip(Math.max(0, quota - gone))
                .forEach(token -> token.judge(Reason.OVER_CAP));
    }
}
