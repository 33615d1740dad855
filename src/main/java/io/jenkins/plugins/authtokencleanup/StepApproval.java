package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.approval.CarriedApproval;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.report.PriorReports;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import java.util.List;

/**
 * What the approval that a build carries means for one of its steps: the first step with the preview's server, account
 * and policy removes what the preview planned, all others run as previews. A build without one leaves the step as it
 * is.
 *
 * @param carried null if the build carries none
 * @param preview the preview, if the step may remove what it planned
 * @param difference why the step only previews, if it does
 */
record StepApproval(CarriedApproval carried, ReportAction preview, String difference) {
    /**
     * The approval for a step.
     *
     * @throws AbortException if the build carries an approval that can't be used
     */
    static StepApproval of(Run<?, ?> run, CleanupRequest step) throws AbortException {
        CarriedApproval carried = CarriedApproval.of(run);
        if (carried == null) {
            return new StepApproval(null, null, null);
        }
        if (carried.isUsedUp()) {
            return new StepApproval(carried, null, "an earlier step used it");
        }
        ReportAction preview = PriorReports.numbered(carried.preview(), carried.report());
        ConnectionSettings connection = step.connection();
        try {
            PriorReports.approvedPlan(preview)
                    .check(connection.address().toString(), connection.account(), step.policy());
            return new StepApproval(carried, preview, null);
        } catch (CleanupException e) {
            carried.differs(connection.account() + " on " + connection.address() + ": " + e.observed());
            return new StepApproval(carried, null, e.observed());
        }
    }

    /** Whether the step removes nothing, whatever its parameters say. */
    boolean onlyPreviews() {
        return difference != null;
    }

    /** The preview that was approved, if this step may remove what it planned. */
    List<ReportAction> previews() {
        return preview == null ? List.of() : List.of(preview);
    }

    /** The step as the approval lets it run. */
    CleanupRequest limit(CleanupRequest step) {
        return carried == null ? step : step.asPreview(onlyPreviews());
    }

    /**
     * Says what holds for this step; if it removes, uses up the approval first.
     *
     * @throws AbortException if the approval can't be used up; then nothing may be removed
     */
    void begin(TaskListener listener) throws AbortException {
        if (preview != null) {
            carried.use();
            listener.getLogger().println(SafeText.of(carried.words() + ". This step removes what it planned"));
        } else if (carried != null) {
            listener.getLogger()
                    .println(SafeText.of("This step runs as a preview and removes nothing, since the build carries an"
                            + " approval that it does not use: " + difference));
        }
    }

    /** The report, with who approved what it removed. */
    CleanupReport sign(CleanupReport report) {
        return preview == null ? report : report.saying(SafeText.of(carried.words()) + ".");
    }
}
