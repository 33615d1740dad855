package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Its commands inherit the layout of the help. */
@Command(
        name = "authtoken-cleanup",
        scope = ScopeType.INHERIT,
        description = {
            "Removes unused AuthTokens from a Zoho Analytics On-Premise or ManageEngine Analytics Plus server.",
            "A removed AuthToken can't be restored. Look at a preview first: clean --preview."
        },
        sortOptions = false,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands (each has its own --help):%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:unexpected error, or a report could not be written",
            "  2:usage",
            "  3:sign-in refused: wrong password, CAPTCHA, second factor, lock-out",
            "  4:server not reached, or not trusted",
            "  5:page or reply not recognised",
            "  6:over the cap, or not the approved plan: nothing was removed",
            "  7:some removals failed",
            "130:interrupted"
        })
public final class AuthTokenCleanupCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an unexpected error happened.")
    private boolean debug;

    private AuthTokenCleanupCommand() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Interruption interruption = Interruption.ofThisThread();
        int status = execute(System.out, System.err, arguments);
        interruption.end(status);
    }

    /** Runs a command and returns its exit code. Results go to {@code out}, all else to {@code err}. */
    static int execute(PrintStream out, PrintStream err, String... arguments) {
        AuthTokenCleanupCommand command = new AuthTokenCleanupCommand();
        CommandLine line = new CommandLine(command)
                .addSubcommand(new ListCommand(out, err))
                .addSubcommand(new CleanCommand(out, err))
                .addSubcommand(new DoctorCommand(out, err))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler((e, of, parsed) -> command.failed(e, err));
        line.getCommandSpec().version(version());
        try {
            int status = line.execute(arguments);
            return status == ExitCode.DONE.number() && out.checkError() ? unwritten(err) : status;
        } catch (Error e) {
            return command.failed(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** A script that is given no result must not take it for a good one. */
    private static int unwritten(PrintStream err) {
        err.println("The command is done, but its result could not be written to standard output: it is closed, or the"
                + " disk is full.");
        return ExitCode.UNEXPECTED.number();
    }

    /** Explains why a command ended, and returns its exit code. */
    private int failed(Throwable problem, PrintStream err) {
        if (problem instanceof CleanupException known) {
            err.println(SafeText.of(known.getMessage()));
            return known.problem().exitCode().number();
        }
        if (problem instanceof InterruptedException) {
            err.println("Interrupted. Nothing was changed.");
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
        unexpected(problem, err);
        return ExitCode.UNEXPECTED.number();
    }

    /** Never prints the message of an unexpected exception, which may hold a secret. */
    private void unexpected(Throwable problem, PrintStream err) {
        err.println("Unexpected error in the program: " + problem.getClass().getName()
                + (debug ? "" : ". Run again with --debug to see where, and report it") + ".");
        for (Throwable cause = problem; debug && cause != null; cause = cause.getCause()) {
            err.println(
                    (cause == problem ? "In " : "Caused by ") + cause.getClass().getName());
            for (StackTraceElement place : cause.getStackTrace()) {
                err.println("    at " + place);
            }
        }
    }

    private static String version() {
        String version = AuthTokenCleanupCommand.class.getPackage().getImplementationVersion();
        return "authtoken-cleanup " + (version == null ? "of unknown version, not run from its jar" : version);
    }
}
