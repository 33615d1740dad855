package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the entries of one run to its journal. */
final class JournalEntries {
    private final RemovalJournal journal;
    private final Map<String, TokenReport> written = new HashMap<>();

    JournalEntries(RemovalJournal journal) {
        this.journal = journal;
    }

    /** Writes tokens, whether they changed or not. */
    void write(List<TrackedToken> tokens) throws CleanupException, InterruptedException {
        writeReports(reports(tokens));
    }

    /** Writes those of the tokens that changed since they were written, if any did. */
    void writeChanges(List<TrackedToken> tokens) throws CleanupException, InterruptedException {
        writeReports(reports(tokens).stream()
                .filter(token -> !token.equals(written.get(token.id())))
                .toList());
    }

    private static List<TokenReport> reports(List<TrackedToken> tokens) {
        return tokens.stream().map(token -> token.report(false, null)).toList();
    }

    private void writeReports(List<TokenReport> tokens) throws CleanupException, InterruptedException {
        if (!tokens.isEmpty()) {
            journal.write(tokens);
            tokens.forEach(token -> written.put(token.id(), token));
        }
    }
}
