package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reports as JSON, for programs and as an approved plan. */
public final class JsonReport {
    private static final ObjectWriter WRITER = JsonMapping.MAPPER.writer(new OneTokenALine());
    private static final int SHOWN = 60;

    private JsonReport() {}

    static String text(CleanupReport report) {
        return JsonMapping.text(WRITER, ReportJson.of(report)) + '\n';
    }

    /**
     * Reads a report that {@link ReportFormat#JSON} wrote. Ignores unknown fields, refuses later schemas. JSON holds no
     * exit code: it follows from the outcome, and a failed run gets that of an unexpected error.
     *
     * @param json a whole report, in UTF-8
     * @return the report
     * @throws ReportFormatException if it is not such a report, or not a complete one
     */
    public static CleanupReport read(byte[] json) throws ReportFormatException {
        JsonNode tree = tree(json);
        if (!tree.isObject()) {
            throw new ReportFormatException("it is not a JSON object");
        }
        checkSchema(tree.path("schema"));
        try {
            return JsonMapping.MAPPER.treeToValue(tree, ReportJson.class).report();
        } catch (JsonMappingException e) {
            throw new ReportFormatException(field(e) + problem(e));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ReportFormatException(SafeText.of(e.getMessage()));
        }
    }

    private static JsonNode tree(byte[] json) throws ReportFormatException {
        try {
            return JsonMapping.MAPPER.readTree(json);
        } catch (MismatchedInputException e) {
            throw new ReportFormatException("there is something after its end");
        } catch (JsonProcessingException e) {
            throw new ReportFormatException("it is not JSON from line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " on");
        } catch (IOException e) {
            throw new ReportFormatException("it is not text in UTF-8");
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
