package io.jenkins.plugins.authtokencleanup.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times whole cleanups against the {@link Floor}, one after the other in turns. */
final class WholeRuns {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MOST_ROUNDS = 21;
    private static final int LEAST_ROUNDS = 5;

    private final ServerProcess server;
    private final Duration time;

    /**
     * Runs on a server.
     *
     * @param time how long the runs that do not count go on, and how long those that do: between 5 and 21 of them
     */
    WholeRuns(ServerProcess server, Duration time) {
        this.server = server;
        this.time = time;
    }

    /**
     * Times of one account, each of one run in milliseconds.
     *
     * @param account the account
     * @param requests how many requests a run sent
     * @param rows how many rows its lists had
     * @param engine times of cleanups
     * @param cpu CPU times of their threads; those of the HTTP client's threads are not in it
     * @param floor times of the same requests alone
     */
    record Times(Account account, int requests, int rows, List<Double> engine, List<Double> cpu, List<Double> floor) {
        static final String HEAD = "| page | tokens | unused | think time | requests | cleanup | its CPU | floor"
                + " | ratio | per listed token | rows read per removal |\n|---|---|---|---|---|---|---|---|---|---|---|";

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %d ms | %,d | %,.0f ms | %,.0f ms | %,.0f ms | %.2f | %.1f µs | %,d |",
                    account.page().name().toLowerCase(Locale.ROOT),
                    account.tokens(),
                    account.unused(),
                    account.thinkMillis(),
                    requests,
                    median(engine),
                    median(cpu),
                    median(floor),
                    median(engine) / median(floor),
                    median(engine) * 1_000 / account.tokens(),
                    rows / account.unused());
        }
    }

    static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Runs both in turns. */
    Times measure(Account account) throws Exception {
        long warm = System.nanoTime() + time.toNanos();
        long end = warm + time.toNanos();
        List<Double> engine = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        int requests = 0;
        int rows = 0;
        while (engine.size() < LEAST_ROUNDS || engine.size() < MOST_ROUNDS && System.nanoTime() < end) {
            boolean counts = requests > 0 && System.nanoTime() > warm;
            EngineRun run = new EngineRun();
            String engineUrl = server.start(account);
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            double engineTime = run.time(engineUrl, null) / 1e6;
            double cpuTime = (THREADS.getCurrentThreadCpuTime() - cpuBefore) / 1e6;
            checkLeft(account);
            List<String> log = server.log();
            String url = server.start(account);
            List<String> handles = Floor.handles(account, url);
            int before = server.log().size();
            double floorTime = Floor.time(account, url, handles, run.batches()) / 1e6;
            checkLeft(account);
            List<String> floorLog = server.log();
            if (!log.equals(floorLog.subList(before, floorLog.size()))) {
                throw new IllegalStateException("Not the same requests: " + log + " and " + floorLog);
            }
            requests = log.size();
            rows = rows(account, run.batches());
            if (counts) {
                engine.add(engineTime);
                cpu.add(cpuTime);
                floor.add(floorTime);
            }
        }
        return new Times(account, requests, rows, engine, cpu, floor);
    }

    /** How many rows all lists have: one list before each batch, and one behind the last. */
    private static int rows(Account account, List<Integer> batches) {
        int left = account.tokens();
        int rows = left;
        for (int batch : batches) {
            left -= batch;
            rows += left;
        }
        return rows;
    }

    /** The time of one cleanup in milliseconds. */
    double engineTime(Account account) throws IOException {
        double engineTime = new EngineRun().time(server.start(account), null) / 1e6;
        checkLeft(account);
        return engineTime;
    }

    /** Fails if the server has other than the used tokens. */
    void checkLeft(Account account) throws IOException {
        int left = server.left();
        if (left != account.tokens() - account.unused()) {
            throw new IllegalStateException("Left are " + left + " tokens of " + account);
        }
    }
}
