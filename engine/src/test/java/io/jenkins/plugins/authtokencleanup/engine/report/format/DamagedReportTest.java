package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.fuzz.Mutations;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report that was damaged is refused, or is a consistent one; a part of a report never counts as a whole one. */
class DamagedReportTest {
    private static final int REPORTS_A_SEED = 40;

    static LongStream seeds() {
        return Sample.seeds(75);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_report_is_refused_or_consistent(long seed) throws IOException {
        Mutations mutations = new Mutations(seed);
        String whole = SampleReports.written(ReportFormat.JSON, SampleReports.hostile());
        for (int i = 0; i < REPORTS_A_SEED; i++) {
            String text = mutations.changed(whole, 4);
            try {
                CleanupReport report = read(text);
                TokenCounts written = JsonMapping.MAPPER.treeToValue(
                        JsonMapping.MAPPER.readTree(text).get("counts"), TokenCounts.class);
                assertEquals(written, report.counts(), text);
                SampleReports.written(ReportFormat.HTML, report);
                SampleReports.written(ReportFormat.CSV, report);
            } catch (ReportFormatException e) {
                assertTrue(e.getMessage().startsWith("Read a report: "), text);
            }
        }
    }

    @Test
    void a_report_cut_off_anywhere_is_refused() throws IOException {
        String whole = SampleReports.written(ReportFormat.JSON, SampleReports.small());
        int end = whole.lastIndexOf('}');
        for (int length = 0; length <= end; length++) {
            String part = whole.substring(0, length);
            assertThrows(ReportFormatException.class, () -> read(part), part);
        }
    }

    private static CleanupReport read(String text) throws IOException {
        return JsonReport.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
