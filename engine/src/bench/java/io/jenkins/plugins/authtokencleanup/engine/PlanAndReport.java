package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.report.CsvReport;
import io.jenkins.plugins.authtokencleanup.engine.report.JsonReport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The plan of 100,000 tokens, and its report. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PlanAndReport {
    private static final int TOKENS = 100_000;
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");

    private TokenListing listing;
    private CleanupReport report;

    /** Makes the tokens. */
    @Setup
    public void tokens() {
        List<AuthToken> tokens = new ArrayList<>(TOKENS);
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(new AuthToken(
                    "job " + i % 5_000,
                    List.of("ZROP/reportsapi"),
                    "10.9." + i % 250 + "." + i / 400,
                    "mark" + i,
                    null,
                    new LastAccess.At(NOW.minus(Duration.ofHours(i % 2_000))),
                    i % 2_000 / 24 + " days ago",
                    new RemovalHandle("handle" + i)));
        }
        listing = new TokenListing(tokens, NOW);
        report = plan();
    }

    /** A verdict, a reason and an id for every token, the fingerprint, and the report. */
    @Benchmark
    public CleanupReport plan() {
        return new CleanupRun(
                        new Listed(listing),
                        CleanupOptions.of(CleanupPolicy.vendorsAdvice(), true, CleanupOptions.DEFAULT_BATCH),
                        CleanupListener.SILENT)
                .perform();
    }

    /** The report as JSON. */
    @Benchmark
    public void json() throws IOException {
        new JsonReport().write(report, OutputStream.nullOutputStream());
    }

    /** The report as CSV. */
    @Benchmark
    public void csv() throws IOException {
        new CsvReport().write(report, OutputStream.nullOutputStream());
    }

    /** A server that has listed its tokens already. */
    private record Listed(TokenListing listing) implements ServerConnection, AuthTokenServer {
        @Override
        public String server() {
            return "https://analytics-server:8443";
        }

        @Override
        public String account() {
            return "admin@example.com";
        }

        @Override
        public AuthTokenServer open(CleanupListener listener) {
            return this;
        }

        @Override
        public void close() {}

        @Override
        public TokenListing list(Duration atMost) {
            return listing;
        }

        @Override
        public TokenListing glance(Duration atMost) {
            return listing;
        }

        @Override
        public RemovalReply remove(List<AuthToken> batch) {
            throw new UnsupportedOperationException("A preview removes nothing");
        }
    }
}
