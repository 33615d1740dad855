package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {
    @Test
    void a_report_is_a_header_and_one_row_a_token() throws IOException {
        assertEquals(
                "\uFEFFid,description,scopes,ipAddress,lastAccessed,lastAccessedText,verdict,reason,outcome,note\r\n"
                        + "00aa,nightly export,\"ZROP/reportsapi, ZROP/metadataapi\",10.0.0.17,2026-01-02T03:04:05Z,"
                        + "88 days ago,REMOVE,UNUSED,REMOVED,\r\n"
                        + "00bb,,,,,'-,KEEP,NEVER_USED,KEPT,a note\r\n",
                SampleReports.written(ReportFormat.CSV, SampleReports.small()));
    }

    @Test
    void another_parser_reads_every_cell_whole() throws IOException {
        List<List<String>> rows = parse(
                SampleReports.written(ReportFormat.CSV, SampleReports.hostile()).substring(1));

        assertEquals(SampleReports.HOSTILE.size() + 1, rows.size());
        for (int i = 0; i < SampleReports.HOSTILE.size(); i++) {
            List<String> row = rows.get(i + 1);
            assertEquals(10, row.size());
            String expected = SafeText.of(SampleReports.HOSTILE.get(i));
            assertEquals(expected.replace("'", ""), row.get(1).replace("'", ""));
        }
    }

    @Test
    void no_cell_can_be_a_formula() throws IOException {
        String csv =
                SampleReports.written(ReportFormat.CSV, SampleReports.hostile()).substring(1);
        for (List<String> row : parse(csv)) {
            for (String cell : row) {
                for (String part : cell.split(";", -1)) {
                    String start = part.replaceAll("^[\\s\"]+", "");
                    assertFalse(start.matches("[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*"), cell);
                }
            }
        }
    }

    @Test
    void harmless_cells_are_not_changed() {
        for (String text : new String[] {"a=b", "1-2", "me@example.com", "it's", "\u65E5\u672C\u8A9E"}) {
            assertEquals(text, CsvReport.cell(text));
        }
    }

    @Test
    void a_negative_looking_description_is_text() {
        assertEquals("'-5", CsvReport.cell("-5"));
        assertEquals("\"a;'=1\"", CsvReport.cell("a;=1"));
        assertEquals("\"'\"\"=1\"\"\"", CsvReport.cell("\"=1\""));
    }

    @Test
    void there_are_as_many_rows_as_tokens() throws IOException {
        List<TokenReport> tokens = SampleReports.withMany(500).tokens();
        assertEquals(
                501,
                parse(SampleReports.written(ReportFormat.CSV, SampleReports.of(tokens)))
                        .size());
    }

    /** RFC 4180 as it is written, knowing nothing of the writer. */
    private static List<List<String>> parse(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < csv.length()) {
            StringBuilder cell = new StringBuilder();
            if (csv.charAt(at) == '"') {
                at++;
                while (csv.charAt(at) != '"' || csv.startsWith("\"\"", at)) {
                    at += csv.charAt(at) == '"' ? 1 : 0;
                    cell.append(csv.charAt(at++));
                }
                at++;
            } else {
                while (csv.charAt(at) != ',' && csv.charAt(at) != '\r') {
                    assertFalse(csv.charAt(at) == '"' || csv.charAt(at) == '\n', "a bare quote or line feed");
                    cell.append(csv.charAt(at++));
                }
            }
            row.add(cell.toString());
            if (csv.startsWith("\r\n", at)) {
                rows.add(row);
                row = new ArrayList<>();
                at += 2;
            } else {
                assertEquals(',', csv.charAt(at++));
            }
        }
        assertEquals(List.of(), row, "the last row is complete");
        return rows;
    }
}
