package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeReportTest {
    private static final CleanupReport LARGE = SampleReports.withMany(10_000);

    @TempDir
    private Path folder;

    @Test
    void ten_thousand_tokens_are_written_and_read_again() throws IOException {
        Path path = folder.resolve("large.json");
        ReportFile.at(path).write(LARGE);
        assertEquals(LARGE, JsonReport.read(Files.readAllBytes(path)));
    }
}
