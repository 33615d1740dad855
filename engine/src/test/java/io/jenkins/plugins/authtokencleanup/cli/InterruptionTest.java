package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals to a real process. */
@Timeout(120)
class InterruptionTest {
    private static final int STALE = 40;
    private static final int SECONDS = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void a_run_that_is_interrupted_between_batches_leaves_a_truthful_report(String signal) throws Exception {
        assumeSignalsWork();
        try (AnalyticsServer server = server()) {
            CountDownLatch inTheMiddle = new CountDownLatch(1);
            server.beforeKind(RequestKind.REMOVE, 3, inTheMiddle::countDown);
            // The listing after the fourth batch does not come, so that the signal always meets a run in the middle.
            server.faults().on(RequestKind.PANEL, 4, Fault.SLOW_DRIP);
            Process process = start(server, "--batch-size", "2");
            assertTrue(inTheMiddle.await(60, TimeUnit.SECONDS));

            assertEndsInterrupted(process, signal);

            CleanupReport report = new Shell(folder).report();
            assertEquals(RunOutcome.INTERRUPTED, report.outcome());
            int gone = STALE + 1 - server.tokens().size();
            assertTrue(gone > 0 && gone < STALE, "gone: " + gone);
            int uncertain = report.counts().failed();
            assertTrue(
                    report.counts().removed() <= gone && gone <= report.counts().removed() + uncertain,
                    report.counts() + ", gone: " + gone);
            assertTrue(server.tokenIds().contains("fresh"));
            assertEquals(0, server.openSessions(), "it signed out");
        }
    }

    @Test
    void a_run_that_hangs_on_the_server_ends_within_seconds() throws Exception {
        assumeSignalsWork();
        try (AnalyticsServer server = server()) {
            CountDownLatch listing = new CountDownLatch(1);
            server.beforeKind(RequestKind.PANEL, 0, listing::countDown);
            server.faults().always(RequestKind.PANEL, Fault.TIMEOUT_BEFORE);
            Process process = start(server);
            assertTrue(listing.await(60, TimeUnit.SECONDS));

            assertEndsInterrupted(process, "INT");

            assertEquals(RunOutcome.INTERRUPTED, new Shell(folder).report().outcome());
            assertEquals(STALE + 1, server.tokens().size());
        }
    }

    @Test
    void a_run_that_is_not_interrupted_ends_with_its_own_status() throws Exception {
        try (AnalyticsServer server = server()) {
            Process process = start(server);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            assertEquals(1, server.tokens().size());
        }
    }

    @Test
    void the_password_can_come_from_the_environment_and_is_in_no_output() throws Exception {
        try (AnalyticsServer server = server()) {
            ProcessBuilder builder = command(List.of(
                    "list", "--server", server.url(), "--user", "admin@example.com", "--password-env", "THE_PASSWORD"));
            builder.environment().put("THE_PASSWORD", Shell.PASSWORD);
            Process process = builder.start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            String output = Files.readString(folder.resolve("output"));
            assertEquals(0, process.exitValue(), output);
            assertFalse(output.contains(Shell.PASSWORD));
        }
    }

    private static AnalyticsServer server() {
        Instant now = Instant.now();
        List<TestToken> tokens = new ArrayList<>(IntStream.range(0, STALE)
                .mapToObj(i -> TestToken.named("stale " + i).usedDaysAgo(60 + i, now))
                .toList());
        tokens.add(TestToken.named("fresh").withId("fresh").usedDaysAgo(1, now));
        return AnalyticsServer.configure().tokens(tokens).start();
    }

    private Process start(AnalyticsServer server, String... more) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("--report", folder.resolve("report.json").toString()));
        options.addAll(List.of(more));
        return command(new Shell(folder).arguments("clean", server.url(), options))
                .start();
    }

    private ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AuthTokenCleanupCommand.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
    }

    private void assertEndsInterrupted(Process process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, "it ends within " + SECONDS + " seconds");
        assertEquals(130, process.exitValue(), Files.readString(folder.resolve("output")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".tmp")).toList());
        }
    }

    /** A shell starts background jobs with SIGINT ignored, and their children can't be interrupted either. */
    private static void assumeSignalsWork() throws IOException {
        assumeTrue(File.separatorChar == '/', "there is kill");
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            String ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .findFirst()
                    .orElse("SigIgn: 0");
            assumeTrue((Long.parseUnsignedLong(ignored.split("\\s+")[1], 16) & 2) == 0, "SIGINT is not ignored");
        }
    }
}
