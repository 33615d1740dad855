package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JournalEntry;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.RemovalJournal;
import io.jenkins.plugins.authtokencleanup.report.JournalWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The engine's way to the journal on the controller, from wherever it runs. */
record KeptJournal(CleanupRequest request, JournalWriter writer) implements RemovalJournal {
    @Override
    public void write(List<TokenReport> tokens) throws CleanupException, InterruptedException {
        String server = request.connection().address().toString();
        try {
            writer.append(
                    new JournalEntry(Instant.now(), server, request.connection().account(), tokens).line());
        } catch (IOException | RuntimeException e) {
            throw new CleanupException(
                    Problem.NO_JOURNAL,
                    "Keep a journal of the removals on the controller",
                    e.getClass().getSimpleName() + ", " + e.getMessage());
        }
    }
}
