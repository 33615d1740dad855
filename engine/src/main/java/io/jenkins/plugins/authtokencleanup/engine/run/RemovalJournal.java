package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.util.List;

/**
 * Keeps what a run asks to remove, and what came of it, where it outlives a crash and a report that can't be stored. A
 * run writes its plan before the first removal request, the tokens that a request names before each request, and what
 * changed once the list was read again.
 */
@FunctionalInterface
public interface RemovalJournal {
    /** Keeps nothing. */
    RemovalJournal NONE = tokens -> {};

    /**
     * Keeps an entry. It is stored when this method returns.
     *
     * @param tokens what is known of them now, not empty: a token that is planned is not attempted yet, one that a
     *     request is about to name is failed and not certain. Replaces what earlier entries say of the same ids
     * @throws CleanupException if the entry may not be stored; the run ends before its next removal request
     * @throws InterruptedException if the thread is interrupted before that is known
     */
    void write(List<TokenReport> tokens) throws CleanupException, InterruptedException;
}
