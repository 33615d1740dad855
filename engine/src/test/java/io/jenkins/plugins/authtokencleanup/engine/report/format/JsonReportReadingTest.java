package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportReadingTest {
    @Test
    void what_was_written_is_read_again() throws IOException {
        for (CleanupReport report : new CleanupReport[] {
            SampleReports.small(), SampleReports.failed(), SampleReports.hostile(), SampleReports.withMany(2_000)
        }) {
            assertEquals(report, read(SampleReports.written(ReportFormat.JSON, report)));
        }
    }

    @Test
    void fields_of_later_versions_are_passed_over() throws IOException {
        String json = SampleReports.written(ReportFormat.JSON, SampleReports.small())
                .replace("\"schema\":1,", "\"schema\":1,\"later\":{\"tokens\":[{\"id\":[]}]},")
                .replace("{\"id\":\"00aa\",", "{\"later\":[1,{}],\"id\":\"00aa\",")
                .replace("\"policy\":{", "\"policy\":{\"later\":true,")
                .replace("\"counts\":{", "\"counts\":{\"later\":0,");

        assertEquals(SampleReports.small(), read(json));
    }

    @Test
    void fields_that_earlier_versions_had_not_may_be_missing() throws IOException {
        String json = SampleReports.written(ReportFormat.JSON, SampleReports.small())
                .replace("\"warnings\":[],\n", "")
                .replace(",\"note\":\"a note\"", "");

        assertEquals("", read(json).tokens().get(1).note());
    }

    @ParameterizedTest(name = "{0} in place of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "schema":1               | "schema":2               | its schema is 2, and this version reads schema 1 only
            "schema":1               | "schema":0               | its schema is 0, and this version reads schema 1 only
            "schema":1               | "schema":"1"             | its schema is "1", and this version reads schema 1 only
            "schema":1,              | ''                       | field schema is missing
            "preview":false          | "preview":"no"           | field preview has a value of the wrong kind
            "outcome":"DONE"         | "outcome":"FINE"         | field outcome can't be "FINE"
            "outcome":"REMOVED"      | "outcome":"GONE"         | field tokens[0].outcome can't be "GONE"
            "reason":"NEVER_USED"    | "reason":7               | field tokens[1].reason can't be "7"
            "lastAccessed":null      | "lastAccessed":"monday"  | field tokens[1].lastAccessed can't be "monday"
            "id":"00bb",             | ''                       | field tokens[1].id is missing
            "scopes":[]              | "scopes":[null]          | field tokens[1]
            "scopes":[]              | "scopes":{}              | field tokens[1].scopes has a value of the wrong kind
            "olderThanDays":30       | "olderThanDays":30.5     | field policy.olderThanDays can't be "30.5"
            "olderThanDays":30       | "olderThanDays":0        | Days must be 1 to 36500, not 0
            "protect":[]             | "protect":["regex:("]    | Not a regular expression
            "clockSkewSeconds":1     | "clockSkewSeconds":1e99  | field clockSkewSeconds can't be "1.0E99"
            "listed":2               | "listed":3               | field counts should be the counts of its tokens
            "counts":{               | "counting":{             | field counts is missing
            "tokens":[               | "tokes":[                | field tokens is missing
            "startedAt":             | "server":                | it is not JSON from line
            "serverTime":            | "serverThyme":           | field serverTime is missing
            """)
    void another_shape_is_refused_and_the_field_is_named(String written, String instead, String message)
            throws IOException {
        String json = SampleReports.written(ReportFormat.JSON, SampleReports.small());
        assertTrue(json.contains(written));

        assertRefused(message, json.replace(written, instead));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | it is not a JSON object
            []              | it is not a JSON object
            null            | it is not a JSON object
            {}              | field schema is missing
            <html>          | it is not JSON from line 1 on
            {"schema":1} {} | there is something after its end
            {"tokens":{}}   | field schema is missing
            {"schema":1,"tokens":[7]} | field tokens[0] has a value of the wrong kind
            {"schema":1,"tokens":{}}  | field tokens has a value of the wrong kind
            """)
    void what_is_no_report_is_refused(String text, String message) {
        assertRefused(message, text);
    }

    @Test
    void no_part_of_a_report_is_taken_for_a_whole_one() throws IOException {
        String json =
                SampleReports.written(ReportFormat.JSON, SampleReports.small()).strip();
        for (int end = 0; end < json.length(); end++) {
            String part = json.substring(0, end);
            assertThrows(ReportFormatException.class, () -> read(part), part);
        }
    }

    private static void assertRefused(String message, String json) {
        ReportFormatException e = assertThrows(ReportFormatException.class, () -> read(json));
        assertTrue(e.getMessage().startsWith("Read a report: " + message), e.getMessage());
    }

    private static CleanupReport read(String json) throws IOException {
        return JsonReport.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
