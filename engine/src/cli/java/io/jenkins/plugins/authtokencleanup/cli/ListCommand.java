package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportTime;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the AuthTokens and changes nothing. */
@Command(
        name = "list",
        description = "Show the account's AuthTokens and when they were last accessed. Changes nothing.")
final class ListCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to print the list: text or json. Default: ${DEFAULT-VALUE}.")
    private Format format;

    ListCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws CleanupException, InterruptedException {
        ServerConnection server = connection.connection(err);
        ProgressPrinter progress = new ProgressPrinter(err, Terminal.of(err));
        try {
            TokenListing listing = server.open(progress).list(server.settings().timeout());
            progress.done();
            if (format == Format.JSON) {
                ListingJson.of(server.settings(), listing).print(out);
            } else {
                show(listing);
            }
        } finally {
            progress.done();
            server.close();
        }
        return ExitCode.DONE.number();
    }

    /** In the page's order, with ages by the server's clock. */
    private void show(TokenListing listing) {
        TextTable table = new TextTable("DESCRIPTION", "SCOPES", "IP ADDRESS", "LAST ACCESSED", "AGE");
        for (AuthToken token : listing.tokens()) {
            table.row(
                    token.description(),
                    String.join(", ", token.scopes()),
                    token.ipAddress(),
                    lastAccessed(token),
                    age(token.lastAccess().latest(), listing.serverTime()));
        }
        table.print(out, Terminal.of(out).columns());
        int count = listing.tokens().size();
        out.println(count == 1 ? "1 AuthToken." : count + " AuthTokens.");
    }

    private static String lastAccessed(AuthToken token) {
        if (token.lastAccess() instanceof LastAccess.Never) {
            return "never";
        }
        Instant latest = token.lastAccess().latest();
        return latest == null ? "unknown: " + token.lastAccessText() : ReportTime.readable(latest);
    }

    private static String age(Instant latest, Instant now) {
        if (latest == null) {
            return "";
        }
        if (latest.isAfter(now)) {
            return "in the future";
        }
        long days = Duration.between(latest, now).toDays();
        return days == 1 ? "1 day" : days + " days";
    }
}
