package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    @Test
    void a_report_has_the_documented_fields_in_the_documented_order() throws IOException {
        assertEquals("""
                {
                "schema":1,
                "server":"https://analytics.example.com:8443",
                "account":"admin@example.com",
                "preview":false,
                "outcome":"DONE",
                "message":"Removed 1 AuthToken of 2 listed.",
                "warnings":[],
                "startedAt":"2026-03-31T10:00:00Z",
                "finishedAt":"2026-03-31T10:00:03Z",
                "serverTime":"2026-03-31T10:00:02Z",
                "clockSkewSeconds":1,
                "cutoff":"2026-03-01T10:00:02Z",
                "planFingerprint":"abc123",
                "idScheme":2,
                "page":"classic",
                "policy":{"olderThanDays":30,"neverUsed":"KEEP","protect":[],"keepNewest":0,"maxRemovals":null,\
                "maxRemovalPercent":null},
                "counts":{"listed":2,"removed":1,"kept":1,"failed":0,"notAttempted":0,"wouldRemove":0},
                "tokens":[
                {"id":"00aa","description":"nightly export","scopes":["ZROP/reportsapi","ZROP/metadataapi"],\
                "ipAddress":"10.0.0.17","lastAccessed":"2026-01-02T03:04:05Z","lastAccessedText":"88 days ago",\
                "verdict":"REMOVE","reason":"UNUSED","outcome":"REMOVED"},
                {"id":"00bb","description":"","scopes":[],"ipAddress":"","lastAccessed":null,"lastAccessedText":"-",\
                "verdict":"KEEP","reason":"NEVER_USED","outcome":"KEPT","note":"a note"}]
                }
                """, SampleReports.written(ReportFormat.JSON, SampleReports.small()));
    }

    @Test
    void what_is_not_known_is_null() throws IOException {
        assertEquals("""
                {
                "schema":1,
                "server":"https://analytics.example.com:8443",
                "account":"admin@example.com",
                "preview":true,
                "outcome":"FAILED",
                "message":"Connect: refused. Check the address.",
                "warnings":[
                "a first warning",
                "a second one"],
                "startedAt":"2026-03-31T10:00:00Z",
                "finishedAt":"2026-03-31T10:00:00Z",
                "serverTime":null,
                "clockSkewSeconds":null,
                "cutoff":null,
                "planFingerprint":null,
                "idScheme":2,
                "page":null,
                "policy":{"olderThanDays":7,"neverUsed":"JUDGE","protect":["ci-*","regex:^prod"],"keepNewest":2,\
                "maxRemovals":50,"maxRemovalPercent":10},
                "counts":{"listed":0,"removed":0,"kept":0,"failed":0,"notAttempted":0,"wouldRemove":0},
                "tokens":[]
                }
                """, SampleReports.written(ReportFormat.JSON, SampleReports.failed()));
    }

    @Test
    void hostile_texts_are_harmless_to_a_terminal_and_keep_their_value() throws IOException {
        String json = SampleReports.written(ReportFormat.JSON, SampleReports.hostile());

        assertFalse(json.codePoints().anyMatch(c -> c != '\n' && SafeText.disturbs(c)), "nothing disturbs a terminal");
        JsonNode tokens = new ObjectMapper().readTree(json).get("tokens");
        for (int i = 0; i < SampleReports.HOSTILE.size(); i++) {
            assertEquals(
                    SampleReports.HOSTILE.get(i),
                    tokens.get(i).get("description").textValue());
        }
    }
}
