package io.jenkins.plugins.authtokencleanup.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.authtokencleanup.engine.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.Reason;
import io.jenkins.plugins.authtokencleanup.engine.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads reports that {@link JsonReport} wrote. Fields that it does not know are passed over; a report of a later schema
 * is refused. The exit code, which a report does not tell, follows from the outcome; a failed run is read as
 * {@link ExitCode#UNEXPECTED}.
 */
public final class JsonReportReader {
    private static final String TOKENS = "tokens";

    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /**
     * Reads a whole report.
     *
     * @param in JSON in UTF-8; it is left open
     * @return the report
     * @throws ReportFormatException if it is no such report, or not a whole one
     * @throws IOException if {@code in} can't be read
     */
    public CleanupReport read(InputStream in) throws IOException {
        try (JsonParser json = mapper.createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return read(json);
        } catch (JsonProcessingException e) {
            throw new ReportFormatException("it is not JSON from line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " on");
        }
    }

    private CleanupReport read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new ReportFormatException("it is not a JSON object");
        }
        ObjectNode head = mapper.createObjectNode();
        List<TokenReport> tokens = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals(TOKENS) && json.currentToken() == JsonToken.START_ARRAY) {
                tokens = readTokens(json);
            } else {
                head.set(name, mapper.readTree(json));
            }
            if (name.equals("schema")) {
                checkSchema(new JsonFields(head, ""));
            }
        }
        if (json.nextToken() != null) {
            throw new ReportFormatException("there is something after its end");
        }
        return report(new JsonFields(head, ""), tokens);
    }

    private static void checkSchema(JsonFields fields) throws ReportFormatException {
        int schema = fields.number("schema");
        if (schema != CleanupReport.SCHEMA) {
            throw new ReportFormatException(
                    "its schema is " + schema + ", and this version reads schema " + CleanupReport.SCHEMA + " only");
        }
    }

    private List<TokenReport> readTokens(JsonParser json) throws IOException {
        List<TokenReport> tokens = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            tokens.add(token(new JsonFields(mapper.readTree(json), TOKENS + "[" + tokens.size() + "]")));
        }
        return tokens;
    }

    private static CleanupReport report(JsonFields fields, List<TokenReport> tokens) throws ReportFormatException {
        checkSchema(fields);
        if (tokens == null) {
            // Missing, or no list: this says which.
            fields.texts(TOKENS);
            throw new ReportFormatException("its field tokens is no list of tokens");
        }
        RunOutcome outcome = fields.oneOf(RunOutcome.class, "outcome");
        return new CleanupReport(
                fields.text("server"),
                fields.text("account"),
                fields.flag("preview"),
                outcome,
                fields.text("message"),
                fields.textsOrNone("warnings"),
                fields.time("startedAt"),
                fields.time("finishedAt"),
                fields.timeOrNull("serverTime"),
                fields.longOrNull("clockSkewSeconds"),
                fields.timeOrNull("cutoff"),
                fields.textOrNull("planFingerprint"),
                policy(fields.object("policy")),
                counts(fields, tokens),
                tokens,
                exitCode(outcome));
    }

    private static CleanupPolicy policy(JsonFields fields) throws ReportFormatException {
        try {
            return new CleanupPolicy(
                    fields.number("olderThanDays"),
                    fields.oneOf(NeverUsed.class, "neverUsed"),
                    fields.texts("protect").stream().map(ProtectPattern::of).toList(),
                    fields.number("keepNewest"),
                    new RemovalCap(fields.numberOrNull("maxRemovals"), fields.numberOrNull("maxRemovalPercent")));
        } catch (IllegalArgumentException e) {
            throw new ReportFormatException("field policy can't be used: " + SafeText.of(e.getMessage()));
        }
    }

    private static TokenCounts counts(JsonFields report, List<TokenReport> tokens) throws ReportFormatException {
        JsonFields fields = report.object("counts");
        TokenCounts told = new TokenCounts(
                fields.number("listed"),
                fields.number("removed"),
                fields.number("kept"),
                fields.number("failed"),
                fields.number("notAttempted"),
                fields.number("wouldRemove"));
        if (!told.equals(TokenCounts.of(tokens))) {
            throw report.wrong("counts", "the counts of its tokens");
        }
        return told;
    }

    private static TokenReport token(JsonFields fields) throws ReportFormatException {
        return new TokenReport(
                fields.text("id"),
                fields.text("description"),
                List.copyOf(fields.texts("scopes")),
                fields.text("ipAddress"),
                fields.timeOrNull("lastAccessed"),
                fields.text("lastAccessedText"),
                fields.oneOf(Verdict.class, "verdict"),
                fields.oneOf(Reason.class, "reason"),
                fields.oneOf(TokenOutcome.class, "outcome"),
                fields.textOrEmpty("note"),
                fields.timeIfAny("dueAt"));
    }

    private static ExitCode exitCode(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> ExitCode.DONE;
            case PARTIAL -> ExitCode.SOME_FAILED;
            case REFUSED -> ExitCode.REFUSED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case FAILED -> ExitCode.UNEXPECTED;
        };
    }
}
