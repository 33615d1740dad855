package io.jenkins.plugins.authtokencleanup.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times whole cleanups against the {@link Floor}, one after the other in turns. */
final class WholeRuns {
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final ServerProcess server;
    private final int batchSize;

    WholeRuns(ServerProcess server, int batchSize) {
        this.server = server;
        this.batchSize = batchSize;
    }

    /**
     * Times of one size, each of one run in milliseconds.
     *
     * @param tokens how many tokens there were
     * @param requests how many requests a run sent
     * @param engine times of cleanups
     * @param floor times of the same requests alone
     */
    record Times(int tokens, int requests, List<Double> engine, List<Double> floor) {
        double ratio() {
            return median(engine) / median(floor);
        }

        double microsecondsAToken() {
            return median(engine) * 1_000 / tokens;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %.0f ms | %.0f ms | %.2f | %.1f µs |",
                    tokens,
                    requests,
                    median(engine),
                    median(floor),
                    ratio(),
                    microsecondsAToken());
        }
    }

    static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Runs both in turns; the turns of the first half minute, and one at least, do not count. */
    Times measure(int tokens) throws Exception {
        int rounds = tokens > 10_000 ? 5 : 21;
        long warm = System.nanoTime() + WARM_UP.toNanos();
        List<Double> engine = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        int requests = 0;
        while (engine.size() < rounds) {
            boolean counts = requests > 0 && System.nanoTime() > warm;
            EngineRun run = new EngineRun();
            double engineTime = run.time(server.start(tokens), batchSize) / 1e6;
            checkLeft(server.left(), tokens);
            List<String> log = server.log();
            String url = server.start(tokens);
            List<String> handles = Floor.handles(url);
            int before = server.log().size();
            double floorTime = Floor.time(url, handles, run.batches()) / 1e6;
            checkLeft(server.left(), tokens);
            List<String> floorLog = server.log();
            if (!log.equals(floorLog.subList(before, floorLog.size()))) {
                throw new IllegalStateException("Not the same requests: " + log + " and " + floorLog);
            }
            requests = log.size();
            if (counts) {
                engine.add(engineTime);
                floor.add(floorTime);
            }
        }
        return new Times(tokens, requests, engine, floor);
    }

    /** The time of one cleanup in milliseconds. */
    static double engineTime(ServerProcess server, int tokens) throws IOException {
        return new EngineRun().time(server.start(tokens), 100) / 1e6;
    }

    static void checkLeft(int left, int tokens) {
        int fresh = tokens / 10 * (10 - BenchServer.UNUSED_OF_TEN);
        if (left != fresh) {
            throw new IllegalStateException("Left are " + left + " tokens, not " + fresh);
        }
    }
}
