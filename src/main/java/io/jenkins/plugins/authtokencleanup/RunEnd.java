package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;

/** What the end of a cleanup means for the build. */
final class RunEnd {
    private final CleanupReport report;

    private RunEnd(CleanupReport report) {
        this.report = report;
    }

    static RunEnd of(CleanupReport report) {
        return new RunEnd(report);
    }

    boolean isUnstable() {
        return report.outcome() == RunOutcome.PARTIAL;
    }

    /**
     * Passes the end on to the build.
     *
     * @param run the build
     * @param listener its log
     * @throws AbortException if the cleanup failed or was refused
     * @throws InterruptedException if it was interrupted, be it too late to make a difference
     */
    void applyTo(Run<?, ?> run, TaskListener listener) throws AbortException, InterruptedException {
        if (Thread.interrupted() || report.outcome() == RunOutcome.INTERRUPTED) {
            throw new InterruptedException(report.message());
        }
        switch (report.outcome()) {
            case DONE:
                return;
            case PARTIAL:
                listener.getLogger().println("The build is unstable: " + report.message());
                run.setResult(Result.UNSTABLE);
                return;
            default:
                throw new AbortException(report.message());
        }
    }
}
