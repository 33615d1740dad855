package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An account of 10,000 tokens, one in 250 of them unused. Server and client run in processes of their own, so
 * that each has its own memory.
 */
final class LargeAccount {
    static final int TOKENS = 10_000;
    static final int EVERY = 250;

    private LargeAccount() {}

    static boolean unused(int number) {
        return number % EVERY == 7;
    }

    /**
     * The server, with the page that its argument names: prints its address, and for each "?" the ids of its tokens.
     */
    static final class Server {
        private Server() {}

        public static void main(String[] arguments) throws IOException {
            Instant now = Instant.now();
            List<TestToken> tokens = new ArrayList<>(TOKENS);
            for (int i = 0; i < TOKENS; i++) {
                Duration age = unused(i) ? Duration.ofDays(31 + i % 900) : Duration.ofMinutes(i % 41_000);
                tokens.add(TestToken.named("job " + i % 5_000)
                        .usedAgo(age, now)
                        .withIpAddress("10.9." + i % 250 + "." + i / 400)
                        .withId("t" + i));
            }
            try (AnalyticsServer server = AnalyticsServer.configure()
                    .accountsPage(AccountsPage.valueOf(arguments[0]))
                    .tokens(tokens)
                    .start()) {
                System.out.println(server.url());
                while (System.in.read() == '?') {
                    System.out.println(String.join(" ", server.tokenIds()));
                }
            }
        }
    }

    /** The client: cleans up, and prints what its report counts. */
    static final class Client {
        private Client() {}

        public static void main(String[] arguments) {
            long begun = System.nanoTime();
            CleanupReport report = Cleanup.at(arguments[0])
                    .timeout(Duration.ofSeconds(60))
                    .listener(new PrintedProgress())
                    .run();
            System.out.println(report.outcome() + " " + report.counts());
            System.out.println(report.message());
            System.out.println(
                    "Time: " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
        }
    }

    /** Starts one of the two with the class path of this process. */
    static Process start(Class<?> main, List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
