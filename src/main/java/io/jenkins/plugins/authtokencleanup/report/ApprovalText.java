package io.jenkins.plugins.authtokencleanup.report;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The pipeline step that removes what a preview planned, ready to paste. */
final class ApprovalText {
    private static final String CREDENTIALS = "ID OF THE CREDENTIALS";

    private ApprovalText() {}

    /** The step; the credentials' id is null if it is not known, or not for the reader. */
    static String of(CleanupReport preview, String credentialsId) {
        CleanupPolicy policy = preview.policy();
        List<String> lines = new ArrayList<>();
        lines.add("serverUrl: " + quoted(preview.server()));
        lines.add("credentialsId: " + quoted(credentialsId == null ? CREDENTIALS : credentialsId));
        if (policy.olderThanDays() != CleanupPolicy.DEFAULT_DAYS) {
            lines.add("olderThanDays: " + policy.olderThanDays());
        }
        if (policy.neverUsed() != NeverUsed.KEEP) {
            lines.add("neverUsed: " + quoted(policy.neverUsed().name()));
        }
        if (!policy.protect().isEmpty()) {
            lines.add("protect: "
                    + quoted(policy.protect().stream()
                            .map(ProtectPattern::source)
                            .collect(Collectors.joining("\n"))));
        }
        if (policy.keepNewest() != 0) {
            lines.add("keepNewest: " + policy.keepNewest());
        }
        lines.add("approvedPlan: " + quoted(preview.planFingerprint()));
        return "removeUnusedAuthTokens(\n    " + String.join(",\n    ", lines) + ")";
    }

    /** A Groovy string without interpolation. */
    private static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }
}
