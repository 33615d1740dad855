package io.jenkins.plugins.authtokencleanup.report;

import java.io.IOException;

/**
 * Where a run appends to its journal. An agent gets a proxy of it: the call returns when the controller has stored it.
 */
public interface JournalWriter {
    /**
     * Appends an entry.
     *
     * @param line the entry in JSON
     * @throws IOException if it is not stored for certain; no further entry is taken then
     * @throws InterruptedException if the wait for an answer is interrupted
     */
    void append(String line) throws IOException, InterruptedException;
}
