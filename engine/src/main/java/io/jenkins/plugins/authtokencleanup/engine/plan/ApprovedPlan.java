package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.Consumer;

/** A preview that a person approved: only what it planned, and what is unchanged since, may go. */
public final class ApprovedPlan implements PlanRestriction {
    private static final long serialVersionUID = 1L;
    private static final String ATTEMPT = "Use the approved plan";

    private final String server;
    private final String account;
    private final CleanupPolicy policy;
    private final String page;
    private final HashMap<String, UnusedNotice> notices;

    private ApprovedPlan(CleanupReport preview) {
        server = preview.server();
        account = preview.account();
        policy = preview.policy();
        page = preview.page();
        notices = UnusedNotice.of(preview, token -> token.outcome() == TokenOutcome.WOULD_REMOVE);
    }

    /**
     * Takes a report as the approved plan.
     *
     * @param preview the report of a preview that ended well
     * @return the restriction
     * @throws CleanupException if it is not such a report, or of a version whose ids can't be compared
     */
    public static ApprovedPlan of(CleanupReport preview) throws CleanupException {
        if (!preview.preview() || preview.outcome() != RunOutcome.DONE || preview.serverTime() == null) {
            throw refused("it is not the report of a preview that ended well (preview " + preview.preview()
                    + ", outcome " + preview.outcome() + ")");
        }
        if (preview.idScheme() != TokenIdentity.SCHEME) {
            throw refused("it was made by a version that identified AuthTokens in another way");
        }
        return new ApprovedPlan(preview);
    }

    private static CleanupException refused(String observed) {
        return new CleanupException(Problem.PLAN_REFUSED, ATTEMPT, observed);
    }

    @Override
    public void check(String nowServer, String nowAccount, CleanupPolicy nowPolicy) throws CleanupException {
        same("server", server, nowServer);
        same("account", account, nowAccount);
        same("number of days", policy.olderThanDays(), nowPolicy.olderThanDays());
        same("rule for tokens never used", policy.neverUsed(), nowPolicy.neverUsed());
        same("protect patterns", policy.protect(), nowPolicy.protect());
        same("number of newest tokens to keep", policy.keepNewest(), nowPolicy.keepNewest());
    }

    @Override
    public void listed(ListedPage listing, Consumer<String> warnings) throws CleanupException {
        same("kind of AuthTokens page", page, listing.kind());
    }

    private static void same(String what, Object approved, Object now) throws CleanupException {
        if (!Objects.equals(approved, now)) {
            throw refused("it was made for another " + what + ": " + approved + " then, " + now + " now");
        }
    }

    @Override
    public boolean approved() {
        return true;
    }

    @Override
    public Reason reasonToKeep(AuthToken row) {
        UnusedNotice notice = notices.get(TokenIdentity.look(row));
        return notice != null && notice.covers(row) ? null : Reason.NOT_IN_APPROVED_PLAN;
    }
}
