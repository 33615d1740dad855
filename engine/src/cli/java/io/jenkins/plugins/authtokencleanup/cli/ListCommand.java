package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the AuthTokens and changes nothing. */
@Command(
        name = "list",
        description = "Show the account's AuthTokens and when they were last accessed. Changes nothing.")
final class ListCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private ConnectionOptions connection;

    @Mixin
    private CommonHelp help;

    ListCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        ServerConnection server = connection.connection(err);
        ProgressPrinter progress = ProgressPrinter.on(err);
        try {
            show(server.open(progress).list(server.settings().timeout()));
            return ExitCode.DONE.number();
        } catch (CleanupException e) {
            progress.done();
            err.println(SafeText.of(e.getMessage()));
            return e.problem().exitCode().number();
        } catch (InterruptedException e) {
            progress.done();
            err.println("Interrupted. Nothing was changed.");
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        } finally {
            server.close();
        }
    }

    private void show(TokenListing listing) {
        new TokenTable(out).show(listing);
        int count = listing.tokens().size();
        out.println(count == 1 ? "1 AuthToken." : count + " AuthTokens.");
    }
}
