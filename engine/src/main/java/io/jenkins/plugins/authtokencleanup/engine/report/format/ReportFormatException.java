package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.io.IOException;

/** A file is not a report that can be read. The message names the field and says what to do. */
public final class ReportFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    ReportFormatException(String came) {
        super("Read a report: " + came
                + ". Use a JSON report as this program wrote it, of the same version or an older one.");
    }
}
