package io.jenkins.plugins.authtokencleanup.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.authtokencleanup.engine.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.TokenReport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** A report as JSON in UTF-8, for programs and as an approved plan. {@link JsonReportReader} reads it. */
public final class JsonReport implements ReportWriter {
    private final JsonFactory factory = new JsonFactory().setCharacterEscapes(new JsonEscapes());

    @Override
    public void write(CleanupReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            // Without it, a writer that fails half-way would complete the brackets of half a report.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.setPrettyPrinter(new OneTokenALine());
            writeReport(report, json);
            json.writeRaw('\n');
        }
    }

    private static void writeReport(CleanupReport report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", CleanupReport.SCHEMA);
        json.writeStringField("server", report.server());
        json.writeStringField("account", report.account());
        json.writeBooleanField("preview", report.preview());
        json.writeStringField("outcome", report.outcome().name());
        json.writeStringField("message", report.message());
        writeTexts("warnings", report.warnings(), json);
        writeTime("startedAt", report.startedAt(), json);
        writeTime("finishedAt", report.finishedAt(), json);
        writeTime("serverTime", report.serverTime(), json);
        writeNumber("clockSkewSeconds", report.clockSkewSeconds(), json);
        writeTime("cutoff", report.cutoff(), json);
        json.writeStringField("planFingerprint", report.planFingerprint());
        writePolicy(report.policy(), json);
        writeCounts(report.counts(), json);
        json.writeArrayFieldStart("tokens");
        for (TokenReport token : report.tokens()) {
            writeToken(token, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writePolicy(CleanupPolicy policy, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("policy");
        json.writeNumberField("olderThanDays", policy.olderThanDays());
        json.writeStringField("neverUsed", policy.neverUsed().name());
        writeTexts("protect", policy.protect().stream().map(ProtectPattern::source).toList(), json);
        json.writeNumberField("keepNewest", policy.keepNewest());
        writeNumber("maxRemovals", policy.cap().maxRemovals(), json);
        writeNumber("maxRemovalPercent", policy.cap().maxRemovalPercent(), json);
        json.writeEndObject();
    }

    private static void writeCounts(TokenCounts counts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("listed", counts.listed());
        json.writeNumberField("removed", counts.removed());
        json.writeNumberField("kept", counts.kept());
        json.writeNumberField("failed", counts.failed());
        json.writeNumberField("notAttempted", counts.notAttempted());
        json.writeNumberField("wouldRemove", counts.wouldRemove());
        json.writeEndObject();
    }

    private static void writeToken(TokenReport token, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", token.id());
        json.writeStringField("description", token.description());
        writeTexts("scopes", token.scopes(), json);
        json.writeStringField("ipAddress", token.ipAddress());
        writeTime("lastAccessed", token.lastAccessed(), json);
        json.writeStringField("lastAccessedText", token.lastAccessText());
        json.writeStringField("verdict", token.verdict().name());
        json.writeStringField("reason", token.reason().name());
        json.writeStringField("outcome", token.outcome().name());
        if (token.dueAt() != null) {
            writeTime("dueAt", token.dueAt(), json);
        }
        if (!token.note().isEmpty()) {
            json.writeStringField("note", token.note());
        }
        json.writeEndObject();
    }

    private static void writeTexts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void writeTime(String name, Instant instant, JsonGenerator json) throws IOException {
        json.writeStringField(name, ReportTime.exact(instant));
    }

    private static void writeNumber(String name, Number number, JsonGenerator json) throws IOException {
        if (number == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number.longValue());
        }
    }
}
