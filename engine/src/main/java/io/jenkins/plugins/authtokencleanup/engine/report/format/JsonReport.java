package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.io.OutputStream;

/** JSON in UTF-8, for programs and as an approved plan. {@link JsonReportReader} reads it. */
public final class JsonReport implements ReportWriter {
    private static final ObjectWriter WRITER = JsonMapping.MAPPER.writer(new OneTokenALine());

    @Override
    public void write(CleanupReport report, OutputStream out) throws IOException {
        WRITER.writeValue(out, ReportJson.of(report));
        out.write('\n');
        out.flush();
    }
}
