package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs many cases at once, since most of them mainly wait for a time-out, and reports all failures. */
final class Parallel {
    private static final int THREADS = 6;

    private Parallel() {}

    static <T> void forEach(Collection<T> cases, Consumer<T> check) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> failures = new ArrayList<>();
            List<Future<?>> running = new ArrayList<>();
            List<T> order = List.copyOf(cases);
            order.forEach(one -> running.add(threads.submit(() -> check.accept(one))));
            for (int i = 0; i < order.size(); i++) {
                try {
                    running.get(i).get();
                } catch (ExecutionException e) {
                    failures.add(order.get(i) + ": " + e.getCause());
                }
            }
            assertTrue(
                    failures.isEmpty(),
                    () -> failures.size() + " of " + order.size() + " cases failed:\n" + String.join("\n", failures));
        } finally {
            threads.shutdownNow();
        }
    }
}
