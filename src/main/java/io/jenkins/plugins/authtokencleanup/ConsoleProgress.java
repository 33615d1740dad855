package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Writes a cleanup's progress and totals to the build's log. */
final class ConsoleProgress implements CleanupListener {
    private final PrintStream log;

    ConsoleProgress(PrintStream log) {
        this.log = log;
    }

    void begin(CleanupRequest request) {
        ConnectionSettings connection = request.connection();
        say((request.preview() ? "Previewing" : "Starting") + " the removal of AuthTokens unused for "
                + request.policy().olderThanDays() + " days on " + connection.address() + " for the account "
                + connection.account());
    }

    void totals(CleanupReport report) {
        TokenCounts counts = report.counts();
        say("Totals: " + counts.listed() + " listed, " + counts.removed() + " removed, " + counts.kept() + " kept, "
                + counts.failed() + " failed, " + counts.notAttempted() + " not attempted"
                + (report.preview() ? ", " + counts.wouldRemove() + " would be removed" : ""));
        List<Instant> due = report.tokens().stream()
                .map(TokenReport::dueAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (!due.isEmpty()) {
            say("In grace: " + due.size() + " unused AuthTokens, the first of them due " + due.get(0)
                    + " if nobody uses it until then");
        }
        if (report.preview() && report.planFingerprint() != null) {
            say("Plan: " + report.planFingerprint());
        }
    }

    private void say(String line) {
        log.println(SafeText.of(line));
    }

    @Override
    public void step(String words) {
        say(words);
    }

    @Override
    public void planned(int listed, int toRemove, Instant cutoff) {
        say("Listed " + listed + " AuthTokens, " + toRemove
                + " of them to be removed. Unused means last accessed before " + cutoff);
    }

    @Override
    public void progress(BatchProgress progress) {
        String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
        String kept = progress.keptMeanwhile() == 0 ? "" : ", " + progress.keptMeanwhile() + " kept (used meanwhile)";
        String rest = progress.remaining().isZero() ? "" : ", " + words(progress.remaining()) + " left";
        say("Batch " + progress.batch() + ": removed " + progress.removed() + " of " + progress.toRemove() + failed
                + kept + rest);
    }

    private static String words(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        return seconds < 120 ? "about " + seconds + " s" : "about " + (seconds + 30) / 60 + " min";
    }

    @Override
    public void waiting(Duration pause) {
        say("The server asks to slow down: waiting " + pause.toSeconds() + " s");
    }

    @Override
    public void warning(String words) {
        say("WARNING: " + words);
    }
}
