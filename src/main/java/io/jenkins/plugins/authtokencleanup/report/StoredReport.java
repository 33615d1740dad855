package io.jenkins.plugins.authtokencleanup.report;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Run;
import hudson.util.TextFile;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and reads reports as JSON: files beside build.xml, and text that comes from an agent. */
public final class StoredReport {
    private static final String FOLDER = "authtoken-cleanup";

    private StoredReport() {}

    /** Where a build keeps its reports, and journals until then. */
    static Path folder(Run<?, ?> run) {
        return run.getRootDir().toPath().resolve(FOLDER);
    }

    /** The first release stored the action under another package. */
    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    public static void addAliases() {
        Run.XSTREAM2.addCompatibilityAlias("io.jenkins.plugins.authtokencleanup.ReportAction", ReportAction.class);
    }

    public static String json(CleanupReport report) {
        return ReportFormat.JSON.text(report);
    }

    public static CleanupReport parse(String json) throws IOException {
        return JsonReport.read(json.getBytes(StandardCharsets.UTF_8));
    }

    static CleanupReport read(Path file) throws IOException {
        return JsonReport.read(Files.readAllBytes(file));
    }

    /** Replaces the file as a whole, or not at all. */
    static void write(CleanupReport report, Path file) throws IOException {
        new TextFile(file.toFile()).write(json(report));
    }
}
