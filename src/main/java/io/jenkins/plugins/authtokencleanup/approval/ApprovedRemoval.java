package io.jenkins.plugins.authtokencleanup.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.InvisibleAction;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries an approval to the build that may use it. Never folded into another queue item: only that one item is worth
 * anything.
 */
public final class ApprovedRemoval extends InvisibleAction implements Queue.QueueAction {
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

    /** The file with the approval, null if the preview's build is deleted. */
    @CheckForNull
    ApprovalFile fileIn(Job<?, ?> job) {
        Run<?, ?> preview = previewIn(job);
        return preview == null ? null : ApprovalFile.of(preview, report);
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
