package io.jenkins.plugins.authtokencleanup.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Failure;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;

/** The approval of one preview: whether it is given, and giving it. */
public final class PreviewApproval {
    private static final Logger LOGGER = Logger.getLogger(PreviewApproval.class.getName());
    /** Held while an approval is given, so that one is given at a time; never by who holds the queue's lock. */
    private static final Object GIVING = new Object();

    private final Run<?, ?> preview;
    private final int report;
    private final ApprovalFile file;

    /** The approval of a preview, which is a build's report of this number, from 1. */
    public PreviewApproval(Run<?, ?> preview, int report) {
        this.preview = preview;
        this.report = report;
        file = ApprovalFile.of(preview, report);
    }

    private Job<?, ?> job() {
        return preview.getParent();
    }

    /** Whether the current user may give it, and the job can be built. */
    public boolean mayBeGiven() {
        return canBeBuilt() && Approver.is(Jenkins.getAuthentication2(), job());
    }

    /** Whether the current user may see how the job is configured. */
    public boolean maySeeConfiguration() {
        return Approver.configured(job()).hasPermission(Item.EXTENDED_READ);
    }

    /** Throws the exception that Jenkins answers with 403, unless the current user may give it. */
    public void checkPermission() {
        Approver.check(job());
    }

    /** The parts of a matrix job are no jobs that can be built alone. */
    private boolean canBeBuilt() {
        return job() instanceof ParameterizedJobMixIn.ParameterizedJob<?, ?>
                && job() instanceof TopLevelItem
                && job().isBuildable();
    }

    /**
     * The approval that was given, if it is waiting, being used, or used up. If it was cancelled in the queue, or its
     * build ended without using it, it counts as given back.
     *
     * @return null if there is none
     * @throws IOException if its file can't be read
     */
    @CheckForNull
    public GivenApproval given() throws IOException {
        StoredApproval stored = file.read();
        if (stored == null) {
            return null;
        }
        Run<?, ?> build = stored.build() == null ? null : job().getBuildByNumber(stored.build());
        boolean begun = stored.build() != null;
        boolean alive = begun ? build != null && build.isBuilding() : isWaiting(stored);
        return stored.isUsedUp() || alive ? new GivenApproval(stored.approval(), build, !begun) : null;
    }

    /** An item that has left the queue is still known for some minutes, longer than its build takes to begin. */
    private static boolean isWaiting(StoredApproval stored) {
        Queue.Item item =
                stored.queueItem() == null ? null : Queue.getInstance().getItem(stored.queueItem());
        return item != null && !(item instanceof Queue.LeftItem left && left.isCancelled());
    }

    /**
     * Approves the preview, and schedules the build that removes what it planned. The caller has checked that there is
     * something to remove. The approval is on disk before the build is scheduled.
     *
     * @throws Failure if it is approved already, or if the job can't be built
     * @throws IOException if the approval can't be stored
     */
    public void give() throws IOException {
        checkPermission();
        if (!canBeBuilt()) {
            throw new Failure(Messages.notBuildable());
        }
        synchronized (GIVING) {
            GivenApproval given = given();
            if (given != null) {
                throw new Failure(Messages.givenAlready(
                        given.approval().getBy(), given.approval().getTime()));
            }
            Approval approval = new Approval();
            if (!file.replace(approval)) {
                throw new Failure(Messages.changedMeanwhile());
            }
            schedule(approval);
        }
    }

    private void schedule(Approval approval) throws IOException {
        ApprovedRemoval removal = new ApprovedRemoval(approval, preview, report);
        List<Action> actions = new ArrayList<>(preview.getActions(ParametersAction.class));
        actions.add(removal);
        actions.add(new CauseAction(new Cause.UserIdCause(), new ApprovalCause(removal)));
        Queue.Item item = ParameterizedJobMixIn.scheduleBuild2(job(), 0, actions.toArray(Action[]::new));
        if (item == null) {
            throw new Failure(Messages.notBuildable());
        }
        LOGGER.log(Level.INFO, "{0} of {1}, queue item {2}", new Object[] {
            new ApprovalCause(removal).getShortDescription(), job().getFullName(), item.getId()
        });
    }
}
