package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_report_is_written_and_nothing_else_is_left() throws IOException {
        Path path = folder.resolve("report.json");
        ReportFile file = ReportFile.at(path);
        assertEquals(List.of(), files(), "checking leaves nothing behind");

        file.write(SampleReports.small());

        assertEquals(List.of(path), files());
        assertEquals(SampleReports.written(ReportFormat.JSON, SampleReports.small()), Files.readString(path));
    }

    @Test
    void an_earlier_report_is_replaced() throws IOException {
        Path path = Files.writeString(folder.resolve("report.csv"), "earlier");
        ReportFile.at(path).write(SampleReports.small());
        assertEquals(SampleReports.written(ReportFormat.CSV, SampleReports.small()), Files.readString(path));
    }

    @Test
    void a_write_that_breaks_leaves_the_earlier_report() throws IOException {
        Path path = Files.writeString(folder.resolve("report.html"), "earlier");
        ReportFile file = ReportFile.at(path);

        assertThrows(RuntimeException.class, () -> file.write(breakingAfter(5_000)));

        assertEquals(List.of(path), files());
        assertEquals("earlier", Files.readString(path));
    }

    @Test
    void a_folder_that_goes_away_meanwhile_is_an_error() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        ReportFile file = ReportFile.at(gone.resolve("report.json"));
        Files.delete(gone);
        assertThrows(IOException.class, () -> file.write(SampleReports.small()));
    }

    @Test
    void a_report_is_written_on_an_interrupted_thread_too() throws IOException {
        Path path = folder.resolve("report.json");
        Thread.currentThread().interrupt();
        try {
            ReportFile.at(path).write(SampleReports.withMany(5_000));
        } finally {
            assertTrue(Thread.interrupted(), "the flag stays");
        }
        assertTrue(Files.readString(path).endsWith("]\n}\n"));
    }

    @Test
    void a_missing_folder_is_reported_before_anything_is_written() {
        IOException e = assertThrows(IOException.class, () -> ReportFile.at(folder.resolve("no/report.json")));
        assertEquals(
                "Write a report to " + folder.resolve("no/report.json")
                        + ": there is no such folder. Create it first, or name another one.",
                e.getMessage());
    }

    @Test
    void a_folder_of_that_name_is_reported_before_anything_is_written() throws IOException {
        Path path = Files.createDirectory(folder.resolve("report.json"));
        IOException e = assertThrows(IOException.class, () -> ReportFile.at(path));
        assertTrue(e.getMessage().contains("a folder has that name"), e.getMessage());
    }

    @Test
    void a_read_only_folder_is_reported_before_anything_is_written() {
        Path unwritable = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(unwritable));
        IOException e = assertThrows(IOException.class, () -> ReportFile.at(unwritable.resolve("report.json")));
        assertTrue(e.getMessage().contains("its folder can't be written to"), e.getMessage());
    }

    @Test
    void a_relative_name_is_in_the_current_folder() throws IOException {
        assertEquals(
                Path.of("report.json").toAbsolutePath(),
                ReportFile.at(Path.of("report.json")).path());
        assertFalse(Files.exists(Path.of("report.json")));
    }

    /** A report whose tokens end in an error, as a writer with a defect would. */
    private static CleanupReport breakingAfter(int count) {
        List<TokenReport> tokens = new ArrayList<>(
                Collections.nCopies(count, SampleReports.withMany(1).tokens().get(0)));
        tokens.add(new TokenReport(
                "id",
                null,
                List.of(),
                "",
                null,
                "",
                tokens.get(0).verdict(),
                tokens.get(0).reason(),
                tokens.get(0).outcome(),
                true,
                "",
                null));
        return SampleReports.of(tokens);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
