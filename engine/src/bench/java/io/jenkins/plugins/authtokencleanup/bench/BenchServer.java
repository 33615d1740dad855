package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The test server in a process of its own. Reads commands, one a line: an {@link Account} starts it anew with that
 * account and answers its address; {@code left} answers how many tokens there are; {@code log} answers the kinds of the
 * requests so far.
 */
public final class BenchServer {
    private AnalyticsServer server;

    private BenchServer() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        BenchServer bench = new BenchServer();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(bench.answer(command));
        }
    }

    private String answer(String command) {
        return switch (command) {
            case "left" -> Integer.toString(server.tokenIds().size());
            case "log" ->
                server.log().stream().map(LoggedRequest::kind).map(Enum::name).collect(Collectors.joining(" "));
            default -> start(Account.of(command));
        };
    }

    private String start(Account account) {
        if (server != null) {
            server.close();
        }
        server = account.start();
        return server.url();
    }
}
