package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where, when and by which rules a run was made, as a list of terms. */
final class HtmlSummary {
    private final HtmlOutput html;

    HtmlSummary(HtmlOutput html) {
        this.html = html;
    }

    void write(CleanupReport report) throws IOException {
        html.markup("<h2>The run</h2>\n<dl>\n");
        term("Server", report.server());
        term("Account", report.account());
        term("Kind", report.preview() ? "Preview: nothing was to be changed" : "Cleanup");
        html.markup("<dt>Started</dt><dd>").time(report.startedAt()).markup("</dd>\n");
        html.markup("<dt>Finished</dt><dd>").time(report.finishedAt()).markup("</dd>\n");
        html.markup("<dt>Server's clock</dt><dd>").time(report.serverTime());
        if (report.clockSkewSeconds() != null) {
            html.value(" (" + skew(report.clockSkewSeconds()) + ")");
        }
        html.markup("</dd>\n<dt>Unused means last accessed before</dt><dd>")
                .time(report.cutoff())
                .markup("</dd>\n");
        policy(report.policy());
        term("Cap", cap(report.cap()));
        term("Plan fingerprint", Objects.requireNonNullElse(report.planFingerprint(), "none, nothing was planned"));
        html.markup("</dl>\n");
    }

    private void policy(CleanupPolicy policy) throws IOException {
        term("Older than", policy.olderThanDays() + (policy.olderThanDays() == 1 ? " day" : " days"));
        term(
                "Never used",
                policy.neverUsed() == NeverUsed.KEEP ? "kept" : "judged by the time of creation, where it is shown");
        term(
                "Protected",
                policy.protect().isEmpty()
                        ? "nothing"
                        : policy.protect().stream().map(ProtectPattern::source).collect(Collectors.joining(" , ")));
        term("Newest kept for each description", Integer.toString(policy.keepNewest()));
    }

    private static String cap(RemovalCap cap) {
        Integer most = cap.maxRemovals();
        Integer percent = cap.maxRemovalPercent();
        if (most == null && percent == null) {
            return "none";
        }
        String tokens = most == null ? "" : most + " removals";
        String part = percent == null ? "" : percent + " percent of the tokens listed";
        return tokens + (most == null || percent == null ? "" : ", and ") + part;
    }

    private static String skew(long seconds) {
        if (seconds == 0) {
            return "the same as here";
        }
        return Math.abs(seconds) + " s " + (seconds > 0 ? "ahead of" : "behind") + " the clock here";
    }

    private void term(String name, String text) throws IOException {
        html.markup("<dt>" + name + "</dt><dd>").value(text).markup("</dd>\n");
    }
}
