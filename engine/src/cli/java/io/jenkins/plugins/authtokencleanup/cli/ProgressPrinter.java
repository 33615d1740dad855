package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Says how a run goes on: on a terminal with one line that is refreshed, elsewhere line by line. */
final class ProgressPrinter implements CleanupListener {
    private static final int LINE = 79;

    private final PrintStream err;
    private final boolean refresh;
    private int shown;

    ProgressPrinter(PrintStream err, boolean refresh) {
        this.err = err;
        this.refresh = refresh;
    }

    static ProgressPrinter on(PrintStream err) {
        return new ProgressPrinter(err, err == System.err && Terminal.showsErrors());
    }

    @Override
    public void step(String words) {
        line(words + "...");
    }

    @Override
    public void planned(int listed, int toRemove, Instant cutoff) {
        line(listed + " AuthTokens listed, " + toRemove + " of them to be removed. Unused means last accessed before "
                + TokenTable.readable(cutoff));
    }

    @Override
    public void progress(BatchProgress progress) {
        fleeting("Removed " + progress.removed() + " of " + progress.toRemove()
                + (progress.failed() == 0 ? "" : ", failed " + progress.failed())
                + (progress.keptMeanwhile() == 0 ? "" : ", kept as used meanwhile " + progress.keptMeanwhile())
                + remaining(progress.remaining()));
    }

    @Override
    public void waiting(Duration pause) {
        fleeting("The server asks to slow down: waiting " + pause.toSeconds() + " s");
    }

    @Override
    public void warning(String words) {
        line("Warning: " + words + ".");
    }

    /** Ends a line that is still to be refreshed. */
    void done() {
        if (shown > 0) {
            err.println();
            shown = 0;
        }
    }

    private void line(String words) {
        done();
        err.println(SafeText.of(words));
    }

    private void fleeting(String words) {
        String text = SafeText.of(words);
        if (!refresh) {
            err.println(text);
            return;
        }
        String fitting = text.length() > LINE ? text.substring(0, LINE) : text;
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
