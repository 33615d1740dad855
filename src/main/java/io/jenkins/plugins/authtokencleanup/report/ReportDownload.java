package io.jenkins.plugins.authtokencleanup.report;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormat;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Sends a report as a file. Whoever may see the build may download it: Jenkins checks that on the way here. */
record ReportDownload(ReportAction action, ReportFormat format, String contentType, String extension)
        implements HttpResponse {
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
        String name = action.getUrlName() + "-" + action.getRun().getNumber() + "." + extension;
        response.setContentType(contentType + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(format.text(report).getBytes(StandardCharsets.UTF_8));
    }
}
