package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.Verdict;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry is one line, is read as it was written, and a part of one is no entry. */
class JournalEntryTest {
    private static final Instant AT = Instant.parse("2026-05-12T10:00:00Z");
    private static final TokenReport TOKEN = new TokenReport(
            "id-1",
            "two\nlines \"and\" more\u2028",
            List.of("ZohoReports/metadataapi"),
            "10.0.0.1",
            AT.minusSeconds(4_000_000),
            "12 Mar 2026",
            Verdict.REMOVE,
            Reason.UNUSED,
            TokenOutcome.FAILED,
            false,
            "asked for",
            null);
    private static final JournalEntry ENTRY =
            new JournalEntry(AT, "https://analytics.example.com", "admin@example.com", List.of(TOKEN));

    @Test
    void it_is_one_line_and_read_as_written() throws IOException {
        String line = ENTRY.line();
        assertEquals(1, line.lines().count());
        assertFalse(line.contains("\u2028"));
        assertTrue(line.contains("\"certain\":false"), line);
        assertEquals(ENTRY, JournalEntry.of(line));
    }

    @Test
    void a_part_of_an_entry_is_refused() throws IOException {
        String line = ENTRY.line();
        for (int length = 0; length < line.length(); length++) {
            String part = line.substring(0, length);
            assertThrows(IOException.class, () -> JournalEntry.of(part), part);
        }
        assertThrows(IOException.class, () -> JournalEntry.of(line + line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"at\":\"yesterday\",\"server\":\"s\",\"account\":\"a\",\"tokens\":[]}",
                "{\"at\":\"2026-05-12T10:00:00Z\",\"server\":\"s\",\"account\":\"a\",\"tokens\":[null]}",
                "{\"at\":\"2026-05-12T10:00:00Z\",\"server\":\"s\",\"account\":\"a\",\"tokens\":null}",
                "{\"at\":\"2026-05-12T10:00:00Z\",\"server\":\"s\",\"tokens\":[]}",
                "{\"at\":\"2026-05-12T10:00:00Z\",\"account\":\"a\",\"tokens\":[]}",
                "{\"server\":\"s\",\"account\":\"a\",\"tokens\":[]}"
            })
    void something_else_is_refused(String line) {
        assertThrows(IOException.class, () -> JournalEntry.of(line));
    }
}
