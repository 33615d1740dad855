package io.jenkins.plugins.authtokencleanup;

import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.TokenCounts;

/** Prints a cleanup's totals. */
final class CleanupSummary {
    private CleanupSummary() {}

    static void print(CleanupReport report, TaskListener listener) {
        TokenCounts counts = report.counts();
        listener.getLogger()
                .println("Totals: " + counts.listed() + " listed, " + counts.removed() + " removed, " + counts.kept()
                        + " kept, " + counts.failed() + " failed, " + counts.notAttempted() + " not attempted"
                        + (report.preview() ? ", " + counts.wouldRemove() + " would be removed" : ""));
        if (report.preview() && report.planFingerprint() != null) {
            listener.getLogger().println("Plan: " + report.planFingerprint());
        }
    }
}
