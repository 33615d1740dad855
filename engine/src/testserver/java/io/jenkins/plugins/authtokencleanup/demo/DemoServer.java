package io.jenkins.plugins.authtokencleanup.demo;

import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The test server with the AuthTokens of a company, on a clock that runs. When it is ended it says what it lost, from
 * its own knowledge, so that the cleanup's reports are not the only witness.
 */
public final class DemoServer {
    private static final Duration UNUSED_AFTER = Duration.ofDays(30);

    private DemoServer() {}

    /**
     * Serves until it is ended.
     *
     * @param arguments account, the name of the environment variable with its password, and a folder: the certificate
     *     is written there as {@code certificate.pem}, then the address as {@code address}, and at the end the server's
     *     account of what it lost as {@code lost}; then, if wanted, the accounts page: {@code classic} or {@code json}
     * @throws Exception if it can't start
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<TestToken> tokens = DemoTokens.list(now);
        AnalyticsServer server = AnalyticsServer.configure()
                .https(true)
                .prefix("/analytics")
                .accountsPage(accountsPage(arguments))
                .columns(
                        Column.TOKEN,
                        Column.SCOPES,
                        Column.DESCRIPTION,
                        Column.CREATED,
                        Column.LAST_ACCESSED,
                        Column.IP)
                .account(arguments[0], System.getenv(arguments[1]))
                .tokens(tokens)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            write(folder.resolve("lost"), lost(tokens, Set.copyOf(server.tokenIds()), now));
            server.close();
        }));
        write(folder.resolve("certificate.pem"), server.certificatePem());
        write(folder.resolve("address"), server.url());
        Thread.currentThread().join();
    }

    private static AccountsPage accountsPage(String[] arguments) {
        return arguments.length > 3
                ? AccountsPage.valueOf(arguments[3].toUpperCase(Locale.ROOT))
                : AccountsPage.CLASSIC;
    }

    private static String lost(List<TestToken> before, Set<String> left, Instant now) {
        List<TestToken> gone =
                before.stream().filter(token -> !left.contains(token.id())).toList();
        Instant cutoff = now.minus(UNUSED_AFTER);
        long neverUsed =
                gone.stream().filter(token -> token.lastAccessed() == null).count();
        long recent = gone.stream()
                .filter(token ->
                        token.lastAccessed() != null && !token.lastAccessed().isBefore(cutoff))
                .count();
        return before.size() + " AuthTokens before, " + left.size() + " now: " + gone.size() + " are gone.\n"
                + "Of those, accessed in the last 30 days: " + recent + ". Never used: " + neverUsed + ".\n";
    }

    private static void write(Path file, String text) {
        try {
            Path unfinished = Files.writeString(file.resolveSibling(file.getFileName() + ".tmp"), text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException("Write " + file, e);
        }
    }
}
