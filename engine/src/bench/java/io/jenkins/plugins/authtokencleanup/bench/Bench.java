package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.browser.Chromium;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures everything, and prints tables as they stand in {@code docs/performance.md}. */
public final class Bench {
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final int FEW = 10;
    private static final int THINK_MILLIS = 20;
    private static final int ROUNDS = 3;

    private final PrintStream out;
    private final Duration time;

    private Bench(PrintStream out, Duration time) {
        this.out = out;
        this.time = time;
    }

    /** Arguments: what to measure, of runs and browser; all if there are none. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = arguments.length == 0 ? List.of("runs", "browser") : List.of(arguments);
        Bench bench = new Bench(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                Duration.ofSeconds(Integer.getInteger("bench.seconds", 15)));
        bench.machine();
        for (String what : wanted) {
            switch (what) {
                case "runs" -> bench.runs();
                case "browser" -> bench.browser();
                default -> throw new IllegalArgumentException("Not runs or browser: " + what);
            }
        }
    }

    private void machine() {
        out.printf(
                Locale.ROOT,
                "%s: %d processors, load %.1f, Java %s (%s), heap of the measuring process %d MB%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (AccountsPage page : AccountsPage.values()) {
            for (int thinkMillis : new int[] {0, THINK_MILLIS}) {
                SIZES.forEach(size -> accounts.add(new Account(page, size, FEW, thinkMillis)));
            }
            accounts.add(new Account(page, 1_000, 300, 0));
        }
        return accounts;
    }

    private void runs() throws Exception {
        out.println("\n" + WholeRuns.Times.HEAD);
        try (ServerProcess server = new ServerProcess()) {
            for (Account account : accounts()) {
                out.println(new WholeRuns(server, time).measure(account));
            }
        }
    }

    private void browser() throws IOException {
        if (!Chromium.possible()) {
            out.println("\nNot measured: the browser. " + Chromium.MISSING);
            return;
        }
        out.println("\n| page | tokens | Chromium, row by row | Chromium, ticked by a script in the page | cleanup"
                + " | times faster |\n|---|---|---|---|---|---|");
        try (ServerProcess server = new ServerProcess();
                BrowserRun browser = new BrowserRun()) {
            for (AccountsPage page : AccountsPage.values()) {
                for (int size : List.of(100, 1_000)) {
                    browser(server, browser, new Account(page, size, size / 10 * 3, 0));
                }
            }
        }
    }

    private void browser(ServerProcess server, BrowserRun browser, Account account) throws IOException {
        WholeRuns runs = new WholeRuns(server, time);
        List<Double> byHand = new ArrayList<>();
        List<Double> inPage = new ArrayList<>();
        List<Double> cleanup = new ArrayList<>();
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            cleanup.add(runs.engineTime(account));
            if (round < 0) {
                cleanup.clear();
            }
            if (round >= -1) {
                inPage.add(browser.time(server.start(account), account, true) / 1e6);
                runs.checkLeft(account);
                byHand.add(browser.time(server.start(account), account, false) / 1e6);
                runs.checkLeft(account);
            }
        }
        double fast = WholeRuns.median(cleanup);
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %,.0f ms | %,.0f ms | %.0f ms | %.0f, %.0f |%n",
                account.page().name().toLowerCase(Locale.ROOT),
                account.tokens(),
                WholeRuns.median(byHand),
                WholeRuns.median(inPage),
                fast,
                WholeRuns.median(byHand) / fast,
                WholeRuns.median(inPage) / fast);
    }
}
