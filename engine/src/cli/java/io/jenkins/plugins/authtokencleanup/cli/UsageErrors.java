package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/**
 * One clear message for each thing that can be wrong with the arguments. A value that could be a password is not
 * repeated.
 */
final class UsageErrors {
    private UsageErrors() {}

    static void explainFor(CommandLine line) {
        line.setParameterExceptionHandler((e, arguments) -> {
            CommandLine command = e.getCommandLine();
            command.getErr().println(SafeText.of(explain(e)));
            command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE.number();
        });
    }

    private static String explain(ParameterException e) {
        if (e instanceof UnmatchedArgumentException) {
            return explain(((UnmatchedArgumentException) e).getUnmatched());
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

    private static String explain(List<String> unmatched) {
        String first = unmatched.get(0);
        if (first.startsWith("--password") || first.equals("-p")) {
            return "A password can't be given on the command line, where other users of this machine see it. Put it"
                    + " into an environment variable (--password-env VAR) or a file (--password-file FILE).";
        }
        if (first.startsWith("--")) {
            return "Unknown option: " + first.replaceFirst("=.*", "") + ".";
        }
        if (first.startsWith("-")) {
            return "Unknown option: all but -h start with two dashes.";
        }
        return "There is a command or value that does not belong there. Commands are list, clean and doctor; a value"
                + " with spaces needs quotes.";
    }
}
