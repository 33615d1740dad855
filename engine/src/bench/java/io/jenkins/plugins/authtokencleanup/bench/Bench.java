package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.browser.Chromium;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures everything, and prints tables as they stand in {@code docs/performance.md}. */
public final class Bench {
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final List<Integer> BATCHES = List.of(25, 50, 100, 300, 1_000);
    private static final int ROUNDS = 3;

    private final PrintStream out;

    private Bench(PrintStream out) {
        this.out = out;
    }

    /** Arguments: what to measure, of runs, batches and browser; all if there are none. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted =
                arguments.length == 0 ? List.of("runs", "batches", "browser") : List.of(arguments);
        Bench bench = new Bench(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        bench.machine();
        for (String what : wanted) {
            switch (what) {
                case "runs" -> bench.runs();
                case "batches" -> bench.batches();
                case "browser" -> bench.browser();
                default -> throw new IllegalArgumentException("Not runs, batches or browser: " + what);
            }
        }
    }

    private void machine() {
        out.printf(
                "%s: %d processors, Java %s (%s), heap of the measuring process %d MB%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void runs() throws Exception {
        out.println("\n| tokens | requests | cleanup | floor | ratio | per token |\n|---|---|---|---|---|---|");
        try (ServerProcess server = new ServerProcess()) {
            for (int tokens : SIZES) {
                out.println(new WholeRuns(server, 100).measure(tokens));
            }
        }
    }

    private void batches() throws Exception {
        out.println("\nBatch sizes:\n\n"
                + "| batch | requests | cleanup of 10,000 | floor | ratio | per token |\n|---|---|---|---|---|---|");
        try (ServerProcess server = new ServerProcess()) {
            for (int size : BATCHES) {
                WholeRuns.Times times = new WholeRuns(server, size).measure(10_000);
                out.println(times.toString().replaceFirst("10,000", Integer.toString(size)));
            }
        }
    }

    private void browser() throws IOException {
        if (!Chromium.possible()) {
            out.println("\nNot measured: the browser. " + Chromium.MISSING);
            return;
        }
        out.println("\n| tokens | Chromium, row by row | Chromium, ticked by a script in the page | cleanup | times faster |"
                + "\n|---|---|---|---|---|");
        try (ServerProcess server = new ServerProcess();
                BrowserRun browser = new BrowserRun()) {
            for (int tokens : List.of(100, 1_000)) {
                List<Double> byHand = new ArrayList<>();
                List<Double> inPage = new ArrayList<>();
                List<Double> cleanup = new ArrayList<>();
                for (int round = -ROUNDS; round < ROUNDS; round++) {
                    cleanup.add(WholeRuns.engineTime(server, tokens));
                    if (round < 0) {
                        cleanup.clear();
                    }
                    if (round >= -1) {
                        inPage.add(browser.time(server.start(tokens), tokens, true) / 1e6);
                        WholeRuns.checkLeft(server.left(), tokens);
                        byHand.add(browser.time(server.start(tokens), tokens, false) / 1e6);
                        WholeRuns.checkLeft(server.left(), tokens);
                    }
                }
                double slow = WholeRuns.median(byHand);
                double fast = WholeRuns.median(cleanup);
                out.printf(
                        Locale.ROOT,
                        "| %,d | %,.0f ms | %,.0f ms | %.0f ms | %.0f, %.0f |%n",
                        tokens,
                        slow,
                        WholeRuns.median(inPage),
                        fast,
                        slow / fast,
                        WholeRuns.median(inPage) / fast);
            }
        }
    }
}
