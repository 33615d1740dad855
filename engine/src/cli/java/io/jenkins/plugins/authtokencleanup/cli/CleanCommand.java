package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReportReader;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormatException;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
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
            "Remove the account's AuthTokens that were not accessed for a number of days.",
            "A removed AuthToken can't be restored, and what still uses it stops working."
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
            description = "The JSON report of an earlier preview: remove only what it planned and what was not used"
                    + " since. Refused if it is of another server, account or policy.")
    private Path approvedPlan;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "How many tokens one request removes at most, 1 to 1000. Default: 100.")
    private Integer batchSize;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report, as its ending says: .json, .csv or .html. Repeatable.")
    private List<Path> reports = new ArrayList<>();

    @Mixin
    private CommonHelp help;

    CleanCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            ReportFiles files = ReportFiles.at(reports);
            PlanRestriction restriction =
                    approvedPlan == null ? PlanRestriction.NONE : ApprovedPlan.of(readPlan());
            AnalyticsConnection server = connection.connection(err);
            CleanupRequest request = new CleanupRequest(
                    server.settings(), policy.policy(), policy.cap(), preview, batchSize, restriction);
            return run(server, request, files);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } catch (CleanupException e) {
            err.println(SafeText.of(e.getMessage()));
            return e.problem().exitCode().number();
        }
    }

    private int run(AnalyticsConnection server, CleanupRequest request, ReportFiles files) {
        ProgressPrinter progress = ProgressPrinter.on(err);
        CleanupReport report = new CleanupRun(server, request, progress).perform();
        progress.done();
        new ReportSummary(out).show(report);
        boolean written = files.write(report, out, err);
        ExitCode code = written || report.exitCode() != ExitCode.DONE ? report.exitCode() : ExitCode.UNEXPECTED;
        return code.number();
    }

    private CleanupReport readPlan() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(approvedPlan))) {
            return new JsonReportReader().read(in);
        } catch (ReportFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    "--approved-plan: " + approvedPlan + " can't be read. Give the JSON report of an earlier preview.",
                    e);
        }
    }
}
