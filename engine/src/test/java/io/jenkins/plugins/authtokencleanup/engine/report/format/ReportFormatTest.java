package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {
    @Test
    void the_extension_of_a_file_decides_the_format() {
        assertEquals(ReportFormat.JSON, ReportFormat.of(Path.of("a/b.csv/report.json")));
        assertEquals(ReportFormat.CSV, ReportFormat.of(Path.of("report.json.CSV")));
        assertEquals(ReportFormat.HTML, ReportFormat.of(Path.of("/x/report.html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "report.txt", "report.htm", "json", "/", "a.json/report", ""})
    void any_other_ending_is_refused(String name) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ReportFormat.of(Path.of(name)));
        assertTrue(e.getMessage().contains(".json, .csv or .html"), e.getMessage());
    }
}
