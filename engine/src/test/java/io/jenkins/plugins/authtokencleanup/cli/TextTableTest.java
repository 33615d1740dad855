package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private final TextTable table = new TextTable("DESCRIPTION", "SCOPES", "AGE");

    TextTableTest() {
        table.row("nightly export of sales", "ZohoReports/reportsapi", "88 days");
        table.row("dashboard", "", "1 day");
    }

    @Test
    void the_widest_column_of_words_shrinks_until_a_row_fits() {
        assertEquals("""
                DESCRIPTION     SCOPES          AGE
                nightly exp...  ZohoReports...  88 days
                dashboard                       1 day
                """, printed(39));
    }

    @Test
    void dates_shrink_last() {
        TextTable wide = new TextTable("DESCRIPTION", "SCOPES", "LAST ACCESSED");
        wide.row("etl", "api", "2026-03-01 10:00:00 UTC");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        wide.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), 40);
        assertEquals("""
                DESCR...  SCOPES  LAST ACCESSED
                etl       api     2026-03-01 10:00:00...
                """, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_terminal_too_narrow_for_any_table_gets_columns_of_eight() {
        assertEquals("""
                DESCR...  SCOPES    AGE
                night...  ZohoR...  88 days
                dashb...            1 day
                """, printed(10));
    }

    @Test
    void without_a_terminal_nothing_shrinks() {
        assertEquals("""
                DESCRIPTION              SCOPES                  AGE
                nightly export of sales  ZohoReports/reportsapi  88 days
                dashboard                                        1 day
                """, printed(Terminal.NONE.columns()));
    }

    private String printed(int columns) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), columns);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
