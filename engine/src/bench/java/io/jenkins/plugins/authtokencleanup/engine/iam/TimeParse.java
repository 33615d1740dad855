package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading the time of one cell. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TimeParse {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");
    private static final List<String> TEXTS = List.of(
            "Tue May 12 10:30:11 IST 2026",
            "2026-05-12T10:30:11+05:30",
            "2026-05-12 10:30:11",
            "12-May-2026 10:30 PM",
            "12/05/2026 10:30",
            "12\u00a0days ago",
            "3 hours ago",
            "-");

    /** Cells of every kind, each taken apart anew. */
    @Benchmark
    @OperationsPerInvocation(8)
    public void cell(Blackhole sink) {
        AccessTimeReader reader = new AccessTimeReader(NOW, ZoneId.of("UTC"));
        for (String text : TEXTS) {
            sink.consume(reader.read(new AccessTimeText(text, ""), DateOrder.UNDECIDED));
        }
    }
}
