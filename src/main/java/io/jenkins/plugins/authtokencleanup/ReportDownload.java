package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.CsvReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportWriter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A report as a file for the browser. Who may see the build may see it: Jenkins checks that on the way here. */
final class ReportDownload implements HttpResponse {
    private final ReportAction action;
    private final ReportWriter writer;
    private final String contentType;
    private final String ending;

    private ReportDownload(ReportAction action, ReportWriter writer, String contentType, String ending) {
        this.action = action;
        this.writer = writer;
        this.contentType = contentType;
        this.ending = ending;
    }

    static ReportDownload json(ReportAction action) {
        return new ReportDownload(action, new JsonReport(), "application/json;charset=UTF-8", "json");
    }

    static ReportDownload csv(ReportAction action) {
        return new ReportDownload(action, new CsvReport(), "text/csv;charset=UTF-8", "csv");
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        CleanupReport report;
        try {
            report = action.report();
        } catch (IOException e) {
            response.sendError(StaplerResponse2.SC_NOT_FOUND, "The report's file is gone or can't be read");
            return;
        }
        String name = action.getUrlName() + "-" + action.getRun().getNumber() + "." + ending;
        response.setContentType(contentType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        writer.write(report, response.getOutputStream());
    }
}
