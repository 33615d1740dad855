package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeReportTest {
    private static final CleanupReport LARGE = SampleReports.withMany(100_000);

    @TempDir
    private Path folder;

    @Test
    void a_hundred_thousand_tokens_are_written_and_read_again() throws IOException {
        Path path = folder.resolve("large.json");
        ReportFile.at(path).write(LARGE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            assertEquals(LARGE, new JsonReportReader().read(in));
        }
    }

    @Test
    void a_writer_passes_on_what_it_has_long_before_the_end() throws IOException {
        for (ReportFormat format : ReportFormat.values()) {
            LargestPiece out = new LargestPiece();
            format.writer().write(LARGE, out);
            assertTrue(out.total > 10_000_000, format + " wrote " + out.total);
            assertTrue(out.largest < 100_000, format + " held back " + out.largest);
        }
    }

    /** Sees how much comes at once. */
    private static final class LargestPiece extends OutputStream {
        private long total;
        private int largest;

        @Override
        public void write(int b) {
            total++;
            largest = Math.max(largest, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            total += count;
            largest = Math.max(largest, count);
        }
    }
}
