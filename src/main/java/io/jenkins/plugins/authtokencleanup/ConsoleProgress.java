package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.report.LostRun;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

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

    /** The totals, and the names of what is gone or may be. */
    void totals(CleanupReport report) {
        TokenCounts counts = report.counts();
        say("Totals: " + counts.listed() + " listed, " + counts.removed() + " removed, " + counts.kept() + " kept, "
                + counts.failed() + " failed, " + counts.notAttempted() + " not attempted"
                + (report.preview() ? ", " + counts.wouldRemove() + " would be removed" : ""));
        names(report.tokens());
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

    /** What the journal of a run without a report says. */
    void lost(LostRun run) {
        long planned = run.tokens().stream()
                .filter(token -> token.outcome() == TokenOutcome.NOT_ATTEMPTED)
                .count();
        say("WARNING: a cleanup in " + run.build().getDisplayName()
                + " ended before its report was stored. Its journal says what it asked for; " + planned
                + " more AuthTokens were planned and not asked for");
        names(run.tokens());
        say("Journal: " + run.journal() + (run.damaged() ? ", of which a part can't be read" : ""));
    }

    private void names(List<TokenReport> tokens) {
        names("Removed", tokens, token -> token.outcome() == TokenOutcome.REMOVED);
        names("Not known whether removed", tokens, token -> !token.certain());
    }

    private void names(String title, List<TokenReport> tokens, Predicate<TokenReport> which) {
        List<TokenReport> named = tokens.stream().filter(which).toList();
        if (!named.isEmpty()) {
            say(title + ":");
            named.forEach(token -> say("  " + token.description() + " (" + String.join(", ", token.scopes())
                    + "), last accessed " + token.lastAccessedText()));
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
