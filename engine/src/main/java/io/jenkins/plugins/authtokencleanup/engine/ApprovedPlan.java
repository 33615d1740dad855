package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.error.PlanRefusedException;
import java.util.HashMap;
import java.util.Map;

/** An earlier preview that a person approved: only what it planned, and what is unchanged since, may go. */
public final class ApprovedPlan implements PlanRestriction {
    private static final String TRIED = "Use the approved plan";

    private final CleanupReport preview;
    private final Map<String, Sighting> planned = new HashMap<>();

    private ApprovedPlan(CleanupReport preview) {
        this.preview = preview;
        for (TokenReport token : preview.tokens()) {
            if (token.outcome() == TokenOutcome.WOULD_REMOVE) {
                planned.put(token.id(), new Sighting(token.lastAccessed(), preview.serverTime()));
            }
        }
    }

    /**
     * Takes a report as the approved plan.
     *
     * @param preview the report of a preview that ended well
     * @return the restriction
     * @throws PlanRefusedException if it is not such a report
     */
    public static ApprovedPlan of(CleanupReport preview) throws PlanRefusedException {
        if (!preview.preview() || preview.outcome() != RunOutcome.DONE || preview.serverTime() == null) {
            throw new PlanRefusedException(
                    TRIED,
                    "it is not the report of a preview that ended well (preview " + preview.preview() + ", outcome "
                            + preview.outcome() + ")");
        }
        return new ApprovedPlan(preview);
    }

    @Override
    public void check(String server, String account, CleanupPolicy policy) throws PlanRefusedException {
        same("server", preview.server(), server);
        same("account", preview.account(), account);
        same("number of days", preview.policy().olderThanDays(), policy.olderThanDays());
        same("rule for tokens never used", preview.policy().neverUsed(), policy.neverUsed());
        same("protect patterns", preview.policy().protect(), policy.protect());
        same("number of newest tokens to keep", preview.policy().keepNewest(), policy.keepNewest());
    }

    private static void same(String what, Object approved, Object now) throws PlanRefusedException {
        if (!approved.equals(now)) {
            throw new PlanRefusedException(
                    TRIED, "it was made for another " + what + ": " + approved + " then, " + now + " now");
        }
    }

    @Override
    public Reason reasonToKeep(String id, AuthToken token) {
        Sighting approved = planned.get(id);
        return approved != null && approved.stillHoldsFor(token) ? null : Reason.NOT_IN_APPROVED_PLAN;
    }
}
