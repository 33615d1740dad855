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

/**
 * Binds an approval to the build that its queue item became, since a pipeline that goes on after a restart of Jenkins
 * has another queue item. At the end it fails a build that carried an approval which no step used. A freestyle build's
 * result is fixed before listeners hear of its end, so there it is done after the build steps, before the post-build
 * actions. A pipeline's result can still be set when it has ended; among the listeners this one is first.
 */
@Extension(ordinal = 1_000)
public final class ApprovedBuilds extends RunListener<Run<?, ?>> {
    @Override
    public void onStarted(Run<?, ?> build, TaskListener listener) {
        ApprovedRemoval removal = build.getAction(ApprovedRemoval.class);
        if (removal != null) {
            removal.change(
                    build.getParent(),
                    stored -> stored.isForItem(build.getQueueId()) ? stored.begunBy(build.getNumber()) : stored);
        }
    }

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
        if (!(build instanceof AbstractBuild)
                && build.getAction(ApprovedRemoval.class) != null
                && !hasFailed(build)
                && !isUsed(build)) {
            complain(build, listener);
            build.setResult(Result.FAILURE);
        }
    }

    private static boolean hasFailed(Run<?, ?> build) {
        Result result = build.getResult();
        return result != null && result.isWorseOrEqualTo(Result.FAILURE);
    }

    private static boolean isUsed(Run<?, ?> build) {
        StoredApproval stored = build.getAction(ApprovedRemoval.class).storedIn(build.getParent());
        return stored != null && stored.isForBuild(build.getNumber()) && stored.isUsedUp();
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
