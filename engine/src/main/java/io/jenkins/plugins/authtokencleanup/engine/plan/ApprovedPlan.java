package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.util.HashMap;

/** An earlier preview that a person approved: only what it planned, and what is unchanged since, may go. */
public final class ApprovedPlan implements PlanRestriction {
    private static final String ATTEMPT = "Use the approved plan";

    private static final long serialVersionUID = 1L;

    private final String server;
    private final String account;
    private final CleanupPolicy policy;
    private final HashMap<String, ReportedAccess> planned = new HashMap<>();

    private ApprovedPlan(CleanupReport preview) {
        server = preview.server();
        account = preview.account();
        policy = preview.policy();
        for (TokenReport token : preview.tokens()) {
            if (token.outcome() == TokenOutcome.WOULD_REMOVE) {
                planned.put(token.id(), new ReportedAccess(token.lastAccessed(), preview.serverTime()));
            }
        }
    }

    /**
     * Takes a report as the approved plan.
     *
     * @param preview the report of a preview that ended well
     * @return the restriction
     * @throws CleanupException if it is not such a report
     */
    public static ApprovedPlan of(CleanupReport preview) throws CleanupException {
        if (!preview.preview() || preview.outcome() != RunOutcome.DONE || preview.serverTime() == null) {
            throw new CleanupException(Problem.PLAN_REFUSED, ATTEMPT,
                    "it is not the report of a preview that ended well (preview " + preview.preview() + ", outcome "
                            + preview.outcome() + ")");
        }
        return new ApprovedPlan(preview);
    }

    @Override
    public void check(String nowServer, String nowAccount, CleanupPolicy nowPolicy) throws CleanupException {
        same("server", server, nowServer);
        same("account", account, nowAccount);
        same("policy", policy, nowPolicy);
    }

    private static void same(String what, Object approved, Object now) throws CleanupException {
        if (!approved.equals(now)) {
            throw new CleanupException(Problem.PLAN_REFUSED, ATTEMPT, "it was made for another " + what + ": " + approved + " then, " + now + " now");
        }
    }

    @Override
    public Reason reasonToKeep(String id, AuthToken token) {
        ReportedAccess approved = planned.get(id);
        return approved != null && approved.stillHoldsFor(token) ? null : Reason.NOT_IN_APPROVED_PLAN;
    }
}
