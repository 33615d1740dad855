package io.jenkins.plugins.authtokencleanup.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times whole cleanups against the {@link Floor}, one after the other in turns. */
public final class WholeRuns {
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

    /** Runs both in turns, after some turns that do not count. */
    Times measure(int tokens, int warmUp, int rounds) throws Exception {
        List<Double> engine = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        int requests = 0;
        for (int round = -warmUp; round < rounds; round++) {
            EngineRun run = new EngineRun();
            double engineTime = run.time(server.start(tokens), batchSize) / 1e6;
            List<String> log = server.log();
            int left = server.left();
            String url = server.start(tokens);
            List<String> handles = Floor.handles(url);
            int before = server.log().size();
            double floorTime = Floor.time(url, handles, run.batches()) / 1e6;
            List<String> floorLog = server.log();
            check(log, floorLog.subList(before, floorLog.size()), left, server.left(), tokens);
            requests = log.size();
            if (round >= 0) {
                engine.add(engineTime);
                floor.add(floorTime);
            }
        }
        return new Times(tokens, requests, engine, floor);
    }

    private static void check(List<String> engine, List<String> floor, int left, int floorLeft, int tokens) {
        if (!engine.equals(floor)) {
            throw new IllegalStateException("Not the same requests: " + engine + " and " + floor);
        }
        int fresh = tokens / 10 * (10 - BenchServer.UNUSED_OF_TEN);
        if (left != fresh || floorLeft != fresh) {
            throw new IllegalStateException("Left are " + left + " and " + floorLeft + " tokens, not " + fresh);
        }
    }

    /** Arguments: batch size, then numbers of tokens, multiples of ten. */
    public static void main(String[] arguments) throws Exception {
        try (ServerProcess server = new ServerProcess()) {
            WholeRuns runs = new WholeRuns(server, Integer.parseInt(arguments[0]));
            System.out.println("| tokens | requests | cleanup | floor | ratio | a token |");
            for (int i = 1; i < arguments.length; i++) {
                int tokens = Integer.parseInt(arguments[i]);
                int rounds = tokens > 10_000 ? 3 : tokens > 1_000 ? 7 : 21;
                System.out.println(runs.measure(tokens, Math.max(2, rounds), rounds));
            }
        }
    }
}
