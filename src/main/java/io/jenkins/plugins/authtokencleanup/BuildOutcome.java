package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;

/** What a cleanup's outcome means for its build. */
record BuildOutcome(CleanupReport report) {
    boolean isUnstable() {
        return report.outcome() == RunOutcome.PARTIAL;
    }

    /**
     * Lets the build go on, makes it unstable, or ends it.
     *
     * @throws AbortException if the cleanup failed or was refused
     * @throws InterruptedException if it was interrupted, even after its last removal
     */
    void applyTo(Run<?, ?> run, TaskListener listener) throws AbortException, InterruptedException {
        if (Thread.interrupted() || report.outcome() == RunOutcome.INTERRUPTED) {
            throw new InterruptedException(report.message());
        }
        if (isUnstable()) {
            listener.getLogger().println("The build is unstable: " + report.message());
            run.setResult(Result.UNSTABLE);
        } else if (report.outcome() != RunOutcome.DONE) {
            throw new AbortException(report.message());
        }
    }
}
