package io.jenkins.plugins.authtokencleanup.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the help of every command has. */
@Command(
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
final class CommonHelp {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean asked;
}
