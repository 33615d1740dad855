package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.report.ChangesSection;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.report.StoredJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Stores a cleanup's report with its build, and writes totals and changes to the log. */
final class ReportPublisher {
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final String credentialsId;

    ReportPublisher(Run<?, ?> run, TaskListener listener, String credentialsId) {
        this.run = run;
        this.listener = listener;
        this.credentialsId = credentialsId;
    }

    /**
     * Publishes the report in a thread that no abort of the build interrupts, since an interruption closes the files
     * that are written.
     *
     * @param preview the preview that it is compared with, null for the job's last report of the account
     * @param journal the run's journal; deleted once the report is stored
     * @throws AbortException if the report can't be stored
     */
    void publish(CleanupReport report, ReportAction preview, StoredJournal journal) throws AbortException {
        try {
            CompletableFuture.runAsync(() -> store(report, preview, journal), Computer.threadPoolForRemoting)
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof UncheckedIOException)) {
                throw e;
            }
            Throwable cause = e.getCause().getCause();
            String problem = "The report can't be stored (" + cause.getClass().getSimpleName() + ", "
                    + cause.getMessage() + "). What is removed is in the log above. Check the controller's disk";
            throw (AbortException) new AbortException(problem).initCause(cause);
        }
    }

    private void store(CleanupReport report, ReportAction preview, StoredJournal journal) {
        new ConsoleProgress(listener.getLogger()).totals(report);
        ReportAction action;
        try {
            action = ReportAction.publish(run, report, credentialsId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        journal.delete();
        showChanges(report, preview, action);
    }

    private void showChanges(CleanupReport report, ReportAction preview, ReportAction action) {
        ChangesSection changes =
                preview == null ? ChangesSection.of(action, report) : ChangesSection.since(preview, report);
        if (changes != null) {
            String earlier = changes.earlier().getRun().getDisplayName();
            listener.getLogger().println(SafeText.of("Since the report of " + earlier + ": " + changes.line()));
        }
        listener.getLogger().println("Report: " + action.logLink());
    }
}
