package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportTime;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Help.Ansi;

/** Prints the progress of a run: on a terminal in one line that is refreshed, elsewhere line by line. */
final class ProgressPrinter implements CleanupListener {
    private final PrintStream err;
    private final Terminal terminal;
    private int shown;

    ProgressPrinter(PrintStream err, Terminal terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void step(String step) {
        refreshed(SafeText.of(step) + "...");
    }

    @Override
    public void planned(int listed, int toRemove, Instant cutoff) {
        line(listed + " AuthTokens listed, " + toRemove + " of them to be removed. Unused means last accessed before "
                + ReportTime.readable(cutoff));
    }

    @Override
    public void progress(BatchProgress progress) {
        refreshed("Removed " + progress.removed() + " of " + progress.toRemove()
                + (progress.failed() == 0 ? "" : ", failed " + progress.failed())
                + (progress.keptMeanwhile() == 0 ? "" : ", kept as used meanwhile " + progress.keptMeanwhile())
                + remaining(progress.remaining()));
    }

    @Override
    public void waiting(Duration pause) {
        refreshed("The server asks to slow down: waiting " + pause.toSeconds() + " s");
    }

    @Override
    public void warning(String warning) {
        done();
        err.println(terminal.coloured(Ansi.Style.fg_yellow, "Warning: ") + SafeText.of(warning) + ".");
    }

    /** Ends the line that is refreshed, if there is one. */
    void done() {
        if (shown > 0) {
            err.println();
            shown = 0;
        }
    }

    private void line(String text) {
        done();
        err.println(SafeText.of(text));
    }

    private void refreshed(String text) {
        if (!terminal.refreshes()) {
            line(text);
            return;
        }
        String fitting = text.substring(0, Math.min(text.length(), terminal.columns() - 1));
        err.print("\r" + fitting + " ".repeat(Math.max(0, shown - fitting.length())));
        err.flush();
        shown = fitting.length();
    }

    private static String remaining(Duration remaining) {
        if (remaining == null || remaining.isZero() || remaining.isNegative()) {
            return "";
        }
        long seconds = Math.max(1, remaining.toSeconds());
        return ", about " + (seconds < 120 ? seconds + " s" : (seconds + 30) / 60 + " min") + " left";
    }
}
