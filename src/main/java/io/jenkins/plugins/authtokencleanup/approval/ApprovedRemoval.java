package io.jenkins.plugins.authtokencleanup.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries an approval to the build that may use it. Never folded into another queue item: only that one item is worth
 * anything.
 */
public final class ApprovedRemoval extends InvisibleAction implements Queue.QueueAction {
    private static final Logger LOGGER = Logger.getLogger(ApprovedRemoval.class.getName());

    private final Approval approval;
    private final int build;
    private final int report;
    private final ArrayList<String> differences = new ArrayList<>();

    ApprovedRemoval(Approval approval, Run<?, ?> preview, int report) {
        this.approval = approval;
        build = preview.getNumber();
        this.report = report;
    }

    Approval approval() {
        return approval;
    }

    /** The preview, with the number of its report if there may be others. */
    public String getPreview() {
        return report == 1 ? Messages.preview(build) : Messages.previewReport(build, report);
    }

    /** The number of the preview's report in its build, from 1. */
    int report() {
        return report;
    }

    /** The preview's build in a job, null if it is deleted. */
    @CheckForNull
    Run<?, ?> previewIn(Job<?, ?> job) {
        return job.getBuildByNumber(build);
    }

    @CheckForNull
    private ApprovalFile fileIn(Job<?, ?> job) {
        Run<?, ?> preview = previewIn(job);
        return preview == null ? null : ApprovalFile.of(preview, report);
    }

    /** What is stored with the preview, if it is this approval; null if it is not, or can't be read. */
    @CheckForNull
    StoredApproval storedIn(Job<?, ?> job) {
        ApprovalFile file = fileIn(job);
        try {
            StoredApproval stored = file == null ? null : file.read();
            return stored != null && stored.has(approval.id()) ? stored : null;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> getPreview() + " of " + job);
            return null;
        }
    }

    /** Changes what is stored with the preview, if it is this approval. If that fails, the approval can't be used. */
    void change(Job<?, ?> job, UnaryOperator<StoredApproval> change) {
        ApprovalFile file = fileIn(job);
        try {
            if (file != null) {
                file.change(approval.id(), change);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> getPreview() + " of " + job);
        }
    }

    /** Remembers why a step could not use the approval. */
    synchronized void add(String difference) {
        differences.add(difference);
    }

    synchronized List<String> differences() {
        return List.copyOf(differences);
    }

    @Override
    public boolean shouldSchedule(List<Action> actions) {
        return true;
    }
}
