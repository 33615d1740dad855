package io.jenkins.plugins.authtokencleanup;

import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.util.Comparator;
import java.util.Objects;

/** Prints a cleanup's totals. */
final class CleanupSummary {
    private CleanupSummary() {}

    private static long inGrace(CleanupReport report) {
        return report.tokens().stream().filter(token -> token.dueAt() != null).count();
    }

    static void print(CleanupReport report, TaskListener listener) {
        TokenCounts counts = report.counts();
        listener.getLogger()
                .println("Totals: " + counts.listed() + " listed, " + counts.removed() + " removed, " + counts.kept()
                        + " kept, " + counts.failed() + " failed, " + counts.notAttempted() + " not attempted"
                        + (report.preview() ? ", " + counts.wouldRemove() + " would be removed" : ""));
        report.tokens().stream()
                .map(TokenReport::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(due -> listener.getLogger()
                        .println("In grace: " + inGrace(report) + " unused AuthTokens, the first of them due " + due
                                + " if nobody uses it until then"));
        if (report.preview() && report.planFingerprint() != null) {
            listener.getLogger().println("Plan: " + report.planFingerprint());
        }
    }
}
