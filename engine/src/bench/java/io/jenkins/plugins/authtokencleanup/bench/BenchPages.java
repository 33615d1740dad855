package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Panels as the test server sends them. */
public final class BenchPages {
    private BenchPages() {}

    /**
     * The panel of an account.
     *
     * @param tokens how many tokens it has
     * @return its bytes
     */
    public static byte[] panel(int tokens) throws IOException, InterruptedException {
        try (AnalyticsServer server =
                AnalyticsServer.configure().tokens(BenchServer.tokens(tokens)).start()) {
            return Floor.panelOf(server.url());
        }
    }

    /** Arguments: number of tokens, file to write the panel to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.write(Path.of(arguments[1]), panel(Integer.parseInt(arguments[0])));
    }
}
