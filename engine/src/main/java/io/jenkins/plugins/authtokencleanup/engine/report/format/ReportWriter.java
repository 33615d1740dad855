package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes reports in one format. */
public interface ReportWriter {

    /**
     * Writes a whole report.
     *
     * @param report what to write
     * @param out is flushed and left open
     * @throws IOException if {@code out} fails; it may hold part of the report then
     */
    void write(CleanupReport report, OutputStream out) throws IOException;
}
