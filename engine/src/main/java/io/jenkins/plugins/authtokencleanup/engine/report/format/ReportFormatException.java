package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.io.IOException;

/** A file is not a readable report. The message names the field and says what to do. */
public final class ReportFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    ReportFormatException(String found) {
        super("Read a report: " + found + ". Use a JSON report that this version, or an older one, wrote.");
    }
}
