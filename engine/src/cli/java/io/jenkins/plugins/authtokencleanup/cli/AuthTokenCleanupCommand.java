package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine;

/** The command line. */
@Command(
        name = "authtoken-cleanup",
        description = {
            "Removes unused AuthTokens from a Zoho Analytics On-Premise or ManageEngine Analytics Plus server.",
            "A removed AuthToken can't be restored. Look at a preview first: clean --preview."
        },
        subcommands = {ListCommand.class, CleanCommand.class, DoctorCommand.class},
        versionProvider = JarVersion.class)
public final class AuthTokenCleanupCommand {
    @Mixin
    private CommonHelp help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an unexpected error happened.")
    private boolean debug;

    private AuthTokenCleanupCommand() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Interruption interruption = Interruption.ofThisThread();
        int status = execute(System.out, System.err, arguments);
        interruption.end(status);
    }

    /**
     * Runs a command.
     *
     * @param out where results go
     * @param err where progress, warnings and errors go
     * @param arguments the command and its options
     * @return the exit code
     */
    static int execute(PrintStream out, PrintStream err, String... arguments) {
        AuthTokenCleanupCommand command = new AuthTokenCleanupCommand();
        CommandLine line = new CommandLine(command, new CommandFactory(out, err))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100);
        UsageErrors.explainFor(line);
        try {
            return line.setExecutionStrategy(new CommandLine.RunLast())
                    .setExecutionExceptionHandler((e, of, parsed) -> unexpected(e, command.debug, err))
                    .execute(arguments);
        } catch (Error e) {
            return unexpected(e, command.debug, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** The message of an unexpected exception is never shown: it may have anything in it, also a secret. */
    private static int unexpected(Throwable problem, boolean debug, PrintStream err) {
        err.println("Unexpected error in the program: " + problem.getClass().getName()
                + (debug ? "" : ". Run again with --debug to see where, and report it") + ".");
        for (Throwable cause = problem; debug && cause != null; cause = cause.getCause()) {
            err.println((cause == problem ? "In " : "Caused by ") + cause.getClass().getName());
            for (StackTraceElement place : cause.getStackTrace()) {
                err.println("    at " + place);
            }
        }
        return ExitCode.UNEXPECTED.number();
    }
}
