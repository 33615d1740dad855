package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The test server in a process of its own. Reads commands, one a line: {@code tokens N} starts it anew with so many
 * tokens and answers its address; {@code left} answers how many tokens there are; {@code log} answers the kinds of the
 * requests so far; {@code connections} answers how many connections there were.
 */
public final class BenchServer {
    /** Unused tokens of every ten in a row. */
    static final int UNUSED_OF_TEN = 3;

    private AnalyticsServer server;

    private BenchServer() {}

    /** Whether the token at this place of the page is unused. */
    static boolean unused(int place) {
        return place % 10 < UNUSED_OF_TEN;
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        BenchServer bench = new BenchServer();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(bench.answer(command));
        }
    }

    private String answer(String command) {
        if (command.startsWith("tokens ")) {
            return start(Integer.parseInt(command.substring("tokens ".length())));
        }
        return switch (command) {
            case "left" -> Integer.toString(server.tokenIds().size());
            case "log" -> server.log().stream()
                    .map(LoggedRequest::kind)
                    .map(Enum::name)
                    .collect(Collectors.joining(" "));
            case "connections" -> Integer.toString(server.connections());
            default -> throw new IllegalArgumentException(command);
        };
    }

    private String start(int tokens) {
        if (server != null) {
            server.close();
        }
        server = AnalyticsServer.configure().tokens(tokens(tokens)).start();
        return server.url();
    }

    /** Tokens of which three of ten are unused. */
    static List<TestToken> tokens(int count) {
        Instant now = Instant.now();
        List<TestToken> tokens = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Duration age = unused(i) ? Duration.ofDays(31 + i % 900) : Duration.ofMinutes(90 + i % 41_000);
            tokens.add(TestToken.named("job " + i % 5_000)
                    .usedAgo(age, now)
                    .withIpAddress("10.9." + i % 250 + "." + i / 400 % 250)
                    .withId("t" + i));
        }
        return tokens;
    }
}
