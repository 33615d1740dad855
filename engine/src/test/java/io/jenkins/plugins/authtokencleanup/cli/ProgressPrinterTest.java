package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {
    private static final Terminal TERMINAL = new Terminal(true, true, 80);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void off_a_terminal_each_event_is_a_line() {
        print(new ProgressPrinter(stream(), Terminal.NONE));
        assertEquals("""
                Sign in...
                420 AuthTokens listed, 300 of them to be removed. Unused means last accessed before 2026-03-01 10:00:00 UTC
                Removed 100 of 300, about 90 s left
                The server asks to slow down: waiting 5 s
                Removed 197 of 300, failed 2, kept as used meanwhile 1, about 3 min left
                Warning: odd \\u001B[2J.
                """, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void on_a_terminal_one_line_is_refreshed() {
        print(new ProgressPrinter(stream(), TERMINAL));
        assertEquals(
                "\rSign in...\n"
                        + "420 AuthTokens listed, 300 of them to be removed. Unused means last accessed before 2026-03-01 10:00:00 UTC\n"
                        + "\rRemoved 100 of 300, about 90 s left"
                        + "\rThe server asks to slow down: waiting 5 s"
                        + "\rRemoved 197 of 300, failed 2, kept as used meanwhile 1, about 3 min left\n"
                        + "\u001B[33mWarning: \u001B[39modd \\u001B[2J.\n",
                bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void on_a_narrow_terminal_the_line_is_cut() {
        ProgressPrinter progress = new ProgressPrinter(stream(), new Terminal(true, false, 12));
        progress.waiting(Duration.ofSeconds(5));
        progress.warning("odd");
        assertEquals("\rThe server \nWarning: odd.\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_shorter_line_covers_a_longer_one() {
        ProgressPrinter progress = new ProgressPrinter(stream(), TERMINAL);
        progress.waiting(Duration.ofSeconds(5));
        progress.progress(new BatchProgress(1, 1, 0, 0, 1, Duration.ZERO));
        progress.done();
        progress.done();
        assertEquals(
                "\rThe server asks to slow down: waiting 5 s\rRemoved 1 of 1                           \n",
                bytes.toString(StandardCharsets.UTF_8));
    }

    private static void print(ProgressPrinter progress) {
        progress.step("Sign in");
        progress.planned(420, 300, Instant.parse("2026-03-01T10:00:00Z"));
        progress.progress(new BatchProgress(1, 100, 0, 0, 300, Duration.ofSeconds(90)));
        progress.waiting(Duration.ofSeconds(5));
        progress.progress(new BatchProgress(2, 197, 2, 1, 300, Duration.ofSeconds(170)));
        progress.warning("odd \u001B[2J");
        progress.done();
    }

    private PrintStream stream() {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
