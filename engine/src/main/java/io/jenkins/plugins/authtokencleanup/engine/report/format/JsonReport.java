package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.io.OutputStream;

/** A report as JSON in UTF-8, for programs and as an approved plan. {@link JsonReportReader} reads it. */
public final class JsonReport implements ReportWriter {
    private final ObjectWriter writer = JsonMapping.MAPPER.writer(new OneTokenALine());

    @Override
    public void write(CleanupReport report, OutputStream out) throws IOException {
        writer.writeValue(out, ReportJson.of(report));
        out.write('\n');
        out.flush();
    }
}
