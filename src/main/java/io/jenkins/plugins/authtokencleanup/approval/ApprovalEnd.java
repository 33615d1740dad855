package io.jenkins.plugins.authtokencleanup.approval;

import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Environment;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fails a build that carried an approval which no step used, and gives the approval back. A freestyle build's result is
 * fixed before listeners hear of its end, so there it is done after the build steps, before the post-build actions. A
 * pipeline's result can still be set when it has ended; among the listeners this one comes first.
 */
@Extension(ordinal = 1_000)
public final class ApprovalEnd extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(ApprovalEnd.class.getName());

    @Override
    @SuppressWarnings("rawtypes")
    public Environment setUpEnvironment(AbstractBuild build, Launcher launcher, BuildListener listener) {
        return build.getAction(ApprovedRemoval.class) == null ? new Environment() {} : new AfterTheSteps();
    }

    /** Ends a freestyle build's steps. */
    private static final class AfterTheSteps extends Environment {
        @Override
        @SuppressWarnings("rawtypes")
        public boolean tearDown(AbstractBuild build, BuildListener listener) {
            // False replaces the result, and would hide that a build was aborted.
            if (hasFailed(build) || isUsed(build)) {
                return true;
            }
            complain(build, listener);
            return false;
        }
    }

    @Override
    public void onCompleted(Run<?, ?> build, TaskListener listener) {
        ApprovedRemoval removal = build.getAction(ApprovedRemoval.class);
        if (removal == null || isUsed(build)) {
            return;
        }
        if (!(build instanceof AbstractBuild) && !hasFailed(build)) {
            complain(build, listener);
            build.setResult(Result.FAILURE);
        }
        ApprovalFile file = removal.fileIn(build.getParent());
        try {
            if (file != null) {
                file.change(
                        removal.approval().id(), stored -> stored.isFor(build.getQueueId()) ? null : stored);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The approval that " + build + " carries");
        }
    }

    private static boolean hasFailed(Run<?, ?> build) {
        Result result = build.getResult();
        return result != null && result.isWorseOrEqualTo(Result.FAILURE);
    }

    private static boolean isUsed(Run<?, ?> build) {
        ApprovedRemoval removal = build.getAction(ApprovedRemoval.class);
        ApprovalFile file = removal.fileIn(build.getParent());
        try {
            StoredApproval stored = file == null ? null : file.read();
            return stored != null && stored.has(removal.approval().id()) && stored.usedBy() != null
                    && stored.usedBy() == build.getNumber();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The approval that " + build + " carries");
            return false;
        }
    }

    private static void complain(Run<?, ?> build, TaskListener listener) {
        ApprovedRemoval removal = build.getAction(ApprovedRemoval.class);
        String steps = removal.differences().isEmpty()
                ? "no step of this plugin ran"
                : String.join("; ", removal.differences());
        listener.error("No step used the approval of " + removal.getPreview() + ": " + steps
                + ". Nothing was removed. Undo the change of the job, or make a new preview and approve that");
    }
}
