package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportTime;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** What a run did, for a terminal: the tokens that were to go, the totals, the message. */
final class ReportSummary {
    private final PrintStream out;
    private final Terminal terminal;

    ReportSummary(PrintStream out) {
        this.out = out;
        this.terminal = Terminal.of(out);
    }

    void show(CleanupReport report) {
        show(report, TokenOutcome.WOULD_REMOVE, "Would be removed");
        show(report, TokenOutcome.REMOVED, "Removed");
        show(report, TokenOutcome.NOT_ATTEMPTED, "To be removed, but not attempted");
        show(report, TokenOutcome.FAILED, "Failed: asked to be removed, but not known to be gone");
        out.println(totals(report));
        String outcome =
                terminal.coloured(colour(report.outcome()), report.outcome().name());
        out.println(outcome + SafeText.of(": " + report.message()));
    }

    private void show(CleanupReport report, TokenOutcome outcome, String title) {
        List<TokenReport> tokens = report.tokens().stream()
                .filter(token -> token.outcome() == outcome)
                .toList();
        if (tokens.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("DESCRIPTION", "SCOPES", "IP ADDRESS", "LAST ACCESSED", "NOTE");
        for (TokenReport token : tokens) {
            table.row(
                    token.description(),
                    String.join(", ", token.scopes()),
                    token.ipAddress(),
                    token.lastAccessed() == null ? "never" : ReportTime.readable(token.lastAccessed()),
                    token.note());
        }
        out.println(title + ":");
        table.print(out, terminal.columns());
        out.println();
    }

    private static Ansi.Style colour(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> Ansi.Style.fg_green;
            case PARTIAL -> Ansi.Style.fg_yellow;
            default -> Ansi.Style.fg_red;
        };
    }

    private static String totals(CleanupReport report) {
        TokenCounts counts = report.counts();
        String gone = report.preview() ? "would be removed " + counts.wouldRemove() : "removed " + counts.removed();
        return "Listed " + counts.listed() + ", " + gone + ", kept " + counts.kept() + ", failed " + counts.failed()
                + ", not attempted " + counts.notAttempted();
    }
}
