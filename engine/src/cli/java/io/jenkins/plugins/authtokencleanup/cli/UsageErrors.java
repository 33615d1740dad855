package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains wrong arguments in one sentence. Never repeats a value that could be a password. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(SafeText.of(explain(e)));
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private static String explain(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return explain(unmatched.getUnmatched().get(0));
        }
        if (e instanceof MissingParameterException && e.getMessage().contains("--password-env")) {
            return "The password is missing: name an environment variable that holds it (--password-env VAR), or a file"
                    + " (--password-file FILE).";
        }
        if (e.getMessage().startsWith("Missing required subcommand")) {
            return "The command is missing: list, clean or doctor.";
        }
        return e.getMessage();
    }

    private static String explain(String unmatched) {
        if (unmatched.startsWith("--password") || unmatched.equals("-p")) {
            return "A password can't be given on the command line, where other users of this machine see it. Put it"
                    + " into an environment variable (--password-env VAR) or a file (--password-file FILE).";
        }
        if (unmatched.startsWith("--")) {
            return "Unknown option: " + unmatched.replaceFirst("=.*", "") + ".";
        }
        if (unmatched.startsWith("-")) {
            return "Unknown option: all but -h start with two dashes.";
        }
        return "Unexpected command or value. The commands are list, clean and doctor; a value with spaces needs quotes.";
    }
}
