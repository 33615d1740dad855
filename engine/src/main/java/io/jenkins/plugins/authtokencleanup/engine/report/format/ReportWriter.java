package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a report in one form. */
public interface ReportWriter {

    /**
     * Writes the whole report.
     *
     * @param report what to write
     * @param out where to; it is flushed, and left open
     * @throws IOException if {@code out} can't be written to; part of the report may be written then
     */
    void write(CleanupReport report, OutputStream out) throws IOException;
}
