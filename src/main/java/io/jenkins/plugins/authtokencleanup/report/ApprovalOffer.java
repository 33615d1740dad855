package io.jenkins.plugins.authtokencleanup.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.AbstractProject;
import hudson.model.Failure;
import io.jenkins.plugins.authtokencleanup.approval.GivenApproval;
import io.jenkins.plugins.authtokencleanup.approval.PreviewApproval;
import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** The part of a preview's page with the button and the dialog that approve it. */
public final class ApprovalOffer {
    private static final Logger LOGGER = Logger.getLogger(ApprovalOffer.class.getName());

    private final ReportAction report;
    private final PreviewApproval approval;

    ApprovalOffer(ReportAction report, int number) {
        this.report = report;
        approval = new PreviewApproval(report.getRun(), number);
    }

    public ReportAction getReport() {
        return report;
    }

    /** Whether the plan could be approved, now or in a pipeline. */
    public boolean isOpen() {
        return report.isApprovable() && report.getWouldRemove() > 0;
    }

    /** Whether the button is there for the current user. */
    public boolean isOffered() {
        return isOpen() && Files.exists(report.file()) && getGiven() == null && approval.mayBeGiven();
    }

    /** The approval that was given, null without one. */
    @CheckForNull
    public GivenApproval getGiven() {
        try {
            return approval.given();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The approval of " + report.getUrlName() + " of " + report.getRun());
            return null;
        }
    }

    /** Whether there is a pipeline that the text for pipelines can be pasted into. */
    public boolean isForPipeline() {
        return isOpen() && !(report.getRun().getParent() instanceof AbstractProject);
    }

    /** The id of the preview's credentials, for those who may see the job's configuration; null for others. */
    @CheckForNull
    public String getCredentialsId() {
        return approval.maySeeConfiguration() ? report.credentialsId() : null;
    }

    /** Approves the preview, schedules the build that removes what it planned, and leads back to the report's page. */
    @RequirePOST
    public HttpResponse doGive() throws IOException {
        approval.checkPermission();
        if (!isOpen()) {
            throw new Failure(Messages.nothingToApprove());
        }
        try {
            PriorReports.approvedPlan(report);
        } catch (AbortException e) {
            throw new Failure(e.getMessage());
        }
        approval.give();
        return new HttpRedirect("..");
    }
}
