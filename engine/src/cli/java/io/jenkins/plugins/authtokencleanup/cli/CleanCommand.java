package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFile;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormat;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormatException;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes the unused AuthTokens. */
@Command(
        name = "clean",
        description = {
            "Remove the account's AuthTokens that have not been accessed for a number of days.",
            "A removed AuthToken can't be restored, and whatever still uses it stops working."
        })
final class CleanCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--preview", description = "Decide and report, change nothing.")
    private boolean preview;

    @Mixin
    private PolicyOptions policy;

    @Option(
            names = "--approved-plan",
            paramLabel = "REPORT.json",
            description =
                    "The JSON report of an earlier preview: remove only what it planned and what has not been used"
                            + " since. Refused if it is for another server, account or policy.")
    private Path approvedPlan;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description =
                    "AuthTokens per removal request, 1 to 1000. Default: 100, or 20 where the server has the JSON page.")
    private Integer batchSize;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report; the ending .json, .csv or .html selects its format. Repeatable.")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to print the result: text, or json for the whole report. Default: ${DEFAULT-VALUE}.")
    private Format format;

    CleanCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws CleanupException {
        List<ReportFile> files = new ArrayList<>();
        AnalyticsConnection server = connection.connection(err);
        CleanupRequest request;
        try {
            for (Path path : reports) {
                files.add(ReportFile.at(path));
            }
            List<PlanRestriction> restrictions =
                    approvedPlan == null ? List.of() : List.of(ApprovedPlan.of(readPlan()));
            request = new CleanupRequest(
                    server.settings(), policy.policy(), policy.cap(), preview, batchSize, restrictions);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        return run(server, request, files);
    }

    private CleanupReport readPlan() throws IOException {
        try {
            return JsonReport.read(Files.readAllBytes(approvedPlan));
        } catch (ReportFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    "--approved-plan: " + approvedPlan + " can't be read. Give the JSON report of an earlier preview.",
                    e);
        }
    }

    private int run(AnalyticsConnection server, CleanupRequest request, List<ReportFile> files) {
        ProgressPrinter progress = new ProgressPrinter(err, Terminal.of(err));
        CleanupReport report = new CleanupRun(server, request, progress).perform();
        progress.done();
        show(report);
        ExitCode code = report.exitCode();
        for (ReportFile file : files) {
            if (!write(report, file) && code == ExitCode.DONE) {
                code = ExitCode.UNEXPECTED;
            }
        }
        return code.number();
    }

    private void show(CleanupReport report) {
        if (format == Format.TEXT) {
            new ReportSummary(out).show(report);
        } else {
            out.writeBytes(ReportFormat.JSON.text(report).getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean write(CleanupReport report, ReportFile file) {
        try {
            file.write(report);
            (format == Format.JSON ? err : out)
                    .println("Report: " + SafeText.of(file.path().toString()));
            return true;
        } catch (IOException e) {
            err.println(SafeText.of("Write a report to " + file.path() + ": " + e.getMessage()
                    + ". The totals above are right. Check the disk."));
            return false;
        }
    }
}
