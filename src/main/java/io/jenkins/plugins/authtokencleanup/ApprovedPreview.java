package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import java.io.IOException;

/** Finds the preview that a person approved, by the fingerprint of its plan, among the reports of the job. */
final class ApprovedPreview {
    private ApprovedPreview() {}

    /**
     * The preview's report.
     *
     * @param run the build that wants to use it; its own previews count, too
     * @param fingerprint the plan's fingerprint
     * @return JSON
     * @throws AbortException if there is no such report, or it can't be read
     */
    static String find(Run<?, ?> run, String fingerprint) throws AbortException {
        ReportAction action = action(run, fingerprint);
        try {
            return StoredReport.json(action.report());
        } catch (IOException e) {
            AbortException problem = new AbortException("The report of " + action.getRun() + ", which has the plan "
                    + fingerprint + ", is gone or can't be read: make a new preview and approve that");
            problem.initCause(e);
            throw problem;
        }
    }

    /**
     * What shows the preview's report.
     *
     * @param run the build that wants to use it; its own previews count, too
     * @param fingerprint the plan's fingerprint
     * @return the newest one, never null
     * @throws AbortException if there is none
     */
    static ReportAction action(Run<?, ?> run, String fingerprint) throws AbortException {
        for (Run<?, ?> build = run; build != null; build = build.getPreviousBuild()) {
            for (ReportAction action : build.getActions(ReportAction.class)) {
                if (action.isApprovable() && fingerprint.equals(action.getPlanFingerprint())) {
                    return action;
                }
            }
        }
        throw new AbortException("No preview of this job that ended well has the plan " + fingerprint
                + ". Its build may be deleted: make a new preview and approve that");
    }

    static PlanRestriction restriction(String json) throws IOException {
        try {
            return ApprovedPlan.of(StoredReport.parse(json));
        } catch (CleanupException e) {
            AbortException problem = new AbortException(e.getMessage());
            problem.initCause(e);
            throw problem;
        }
    }
}
