package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.bench.BenchPages;
import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading the panel: the first load, a later load, jsoup's streaming parser alone, and jsoup's parse of the document. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PanelParse {
    private static final WrittenZones ZONES = new WrittenZones(ZoneId.of("UTC"));

    /** How many tokens the page shows. */
    @Param({"1000", "10000", "100000"})
    int rows;

    private byte[] page;
    private KnownRows known;

    /** Makes the page, and reads it once. */
    @Setup(Level.Trial)
    public void load() throws Exception {
        page = BenchPages.panel(rows);
        known = new KnownRows();
        listing(new ByteArrayInputStream(page), known);
    }

    /** The first load of a run. */
    @Benchmark
    public TokenListing firstLoad() throws Exception {
        return listing(new ByteArrayInputStream(page), new KnownRows());
    }

    /** A load after a batch: the rows were there before. */
    @Benchmark
    public TokenListing laterLoad() throws Exception {
        return listing(new ByteArrayInputStream(page), known);
    }

    /** All rows read by jsoup's streaming parser. */
    @Benchmark
    public TokenListing streamParser() throws Exception {
        return listing(new ByteArrayInputStream(page), KnownRows.none());
    }

    /** The document only, and nothing read of it. */
    @Benchmark
    public Object jsoupDocument() throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(page), "UTF-8", "");
    }

    private static TokenListing listing(InputStream page, KnownRows known) throws Exception {
        Reader text = new InputStreamReader(page, StandardCharsets.UTF_8);
        PanelReader reader = new PanelReader(text, new Secrets(), new DateOrderEvidence(), known);
        reader.read();
        return reader.listing(ZONES, Instant.now());
    }

    /** Reads a page once, to see in how little memory it can be done. Arguments: "ours" or "jsoup", and a file. */
    public static void main(String[] arguments) throws Exception {
        try (InputStream page = Files.newInputStream(Path.of(arguments[1]))) {
            Object read = arguments[0].equals("ours")
                    ? listing(page, new KnownRows())
                    : Jsoup.parse(page, "UTF-8", "");
            System.out.println(read.getClass().getSimpleName());
        }
    }
}
