package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Tells in the build's log how a cleanup goes on. */
final class ConsoleProgress implements CleanupListener {
    private final PrintStream log;

    ConsoleProgress(PrintStream log) {
        this.log = log;
    }

    void begin(String server, String account, CleanupPolicy policy, boolean preview) {
        say((preview ? "Previewing" : "Starting") + " the removal of AuthTokens unused for " + policy.olderThanDays()
                + " days on " + server + " for the account " + account);
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
        say("Listed " + listed + " AuthTokens; " + toRemove + " of them were last accessed before " + cutoff
                + " and nothing keeps them");
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
