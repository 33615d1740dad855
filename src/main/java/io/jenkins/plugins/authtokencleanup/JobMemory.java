package io.jenkins.plugins.authtokencleanup;

import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.plan.SurpriseCheck;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What earlier builds of a job reported, as far as a run needs it, in a form that can travel to an agent. */
final class JobMemory implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing is remembered. */
    static final JobMemory NONE = new JobMemory(null, null, null);

    private final String approvedPreview;
    private final GracePeriod grace;
    private final SurpriseCheck surprise;

    private JobMemory(String approvedPreview, GracePeriod grace, SurpriseCheck surprise) {
        this.approvedPreview = approvedPreview;
        this.grace = grace;
        this.surprise = surprise;
    }

    /**
     * Reads what a run needs of the reports of earlier builds.
     *
     * @param run the build
     * @param parameters what the user says
     * @param order names server and account
     * @return the memory
     * @throws IOException if an approved plan is wanted, and can't be found
     */
    static JobMemory of(Run<?, ?> run, CleanupParameters parameters, EngineOrder order) throws IOException {
        EarlierReports earlier = new EarlierReports(run, order.server(), order.account());
        String preview =
                parameters.approvedPlan() == null ? null : ApprovedPreview.find(run, parameters.approvedPlan());
        GracePeriod grace = parameters.graceDays() == 0 ? null : earlier.grace(parameters.graceDays(), order.policy());
        SurpriseCheck surprise = earlier.last()
                .map(last -> new SurpriseCheck(last.leftOver(), parameters.failOnSurprise()))
                .orElse(null);
        return new JobMemory(preview, grace, surprise);
    }

    /**
     * How a plan is narrowed down by it.
     *
     * @return the restriction
     * @throws IOException if the approved preview can't be used
     */
    PlanRestriction restriction() throws IOException {
        List<PlanRestriction> all = new ArrayList<>();
        if (approvedPreview != null) {
            all.add(ApprovedPreview.restriction(approvedPreview));
        }
        if (grace != null) {
            all.add(grace);
        }
        if (surprise != null) {
            all.add(surprise);
        }
        return PlanRestriction.allOf(all);
    }
}
