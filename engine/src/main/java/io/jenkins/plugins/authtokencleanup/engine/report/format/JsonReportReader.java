package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/**
 * Reads reports that {@link JsonReport} wrote. Ignores unknown fields, refuses later schemas. JSON holds no exit code:
 * it follows from the outcome, and a failed run gets that of an unexpected error.
 */
public final class JsonReportReader {
    private static final int SHOWN = 60;

    /**
     * Reads a whole report.
     *
     * @param in JSON in UTF-8
     * @return the report
     * @throws ReportFormatException if it is not such a report, or not a complete one
     * @throws IOException if {@code in} can't be read
     */
    public CleanupReport read(InputStream in) throws IOException {
        JsonNode tree;
        try {
            tree = JsonMapping.MAPPER.readTree(in);
        } catch (MismatchedInputException e) {
            throw new ReportFormatException("there is something after its end");
        } catch (JsonProcessingException e) {
            throw new ReportFormatException("it is not JSON from line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " on");
        }
        if (!tree.isObject()) {
            throw new ReportFormatException("it is not a JSON object");
        }
        checkSchema(tree.path("schema"));
        try {
            return JsonMapping.MAPPER.treeToValue(tree, ReportJson.class).report();
        } catch (JsonMappingException e) {
            throw new ReportFormatException(field(e) + problem(e));
        } catch (IllegalArgumentException e) {
            throw new ReportFormatException(SafeText.of(e.getMessage()));
        }
    }

    private static void checkSchema(JsonNode schema) throws ReportFormatException {
        if (schema.isMissingNode()) {
            throw new ReportFormatException("field schema is missing");
        }
        if (!schema.isInt() || schema.intValue() != CleanupReport.SCHEMA) {
            throw new ReportFormatException("its schema is " + shown(schema.toString())
                    + ", and this version reads schema " + CleanupReport.SCHEMA + " only");
        }
    }

    private static String field(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "the report" : "field " + path.substring(1);
    }

    private static String problem(JsonMappingException e) {
        if (e.getOriginalMessage().startsWith("Missing required")) {
            return " is missing";
        }
        if (e instanceof InvalidFormatException invalid) {
            return " can't be " + shown("\"" + invalid.getValue() + "\"");
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return " can't be used: " + shown(e.getCause().getMessage());
        }
        return " has a value of the wrong kind";
    }

    private static String shown(String text) {
        String safe = SafeText.of(text);
        return safe.length() > SHOWN ? safe.substring(0, SHOWN) + "..." : safe;
    }
}
