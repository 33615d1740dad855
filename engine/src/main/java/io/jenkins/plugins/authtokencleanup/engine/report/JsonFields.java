package io.jenkins.plugins.authtokencleanup.engine.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of one JSON object; one that is not as it should be is named. */
final class JsonFields {
    private static final int SHOWN = 60;

    private final JsonNode object;
    private final String path;

    /** Fields of a node that stands at a path, empty for the report itself. */
    JsonFields(JsonNode object, String path) throws ReportFormatException {
        this.object = object;
        this.path = path;
        if (!object.isObject()) {
            throw wrong(path.isEmpty() ? "the report" : "field " + path, "an object", object);
        }
    }

    JsonFields object(String name) throws ReportFormatException {
        return new JsonFields(some(name), pathOf(name));
    }

    String text(String name) throws ReportFormatException {
        return textOf(some(name), name);
    }

    String textOrNull(String name) throws ReportFormatException {
        return isNull(name) ? null : text(name);
    }

    /** The text, or an empty one where the field is missing. */
    String textOrEmpty(String name) throws ReportFormatException {
        return object.has(name) ? text(name) : "";
    }

    List<String> texts(String name) throws ReportFormatException {
        JsonNode array = some(name);
        if (!array.isArray()) {
            throw wrong(name, "a list of texts");
        }
        List<String> texts = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            texts.add(textOf(element, name + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** The texts, or none where the field is missing. */
    List<String> textsOrNone(String name) throws ReportFormatException {
        return object.has(name) ? texts(name) : List.of();
    }

    boolean flag(String name) throws ReportFormatException {
        if (!some(name).isBoolean()) {
            throw wrong(name, "true or false");
        }
        return object.get(name).booleanValue();
    }

    int number(String name) throws ReportFormatException {
        if (!some(name).isIntegralNumber() || !object.get(name).canConvertToInt()) {
            throw wrong(name, "a whole number");
        }
        return object.get(name).intValue();
    }

    Integer numberOrNull(String name) throws ReportFormatException {
        return isNull(name) ? null : Integer.valueOf(number(name));
    }

    Long longOrNull(String name) throws ReportFormatException {
        if (isNull(name)) {
            return null;
        }
        if (!some(name).isIntegralNumber() || !object.get(name).canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return object.get(name).longValue();
    }

    Instant time(String name) throws ReportFormatException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, "a time such as 2026-03-01T10:00:00Z");
        }
    }

    Instant timeOrNull(String name) throws ReportFormatException {
        return isNull(name) ? null : time(name);
    }

    /** The time, or null where the field is missing or null. */
    Instant timeIfAny(String name) throws ReportFormatException {
        return object.has(name) ? timeOrNull(name) : null;
    }

    <E extends Enum<E>> E oneOf(Class<E> words, String name) throws ReportFormatException {
        String text = text(name);
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw wrong(name, "one of " + Arrays.toString(words.getEnumConstants()));
    }

    /** What is wrong with a field, for checks that only the caller can make. */
    ReportFormatException wrong(String name, String expected) {
        return wrong("field " + pathOf(name), expected, object.path(name));
    }

    private boolean isNull(String name) {
        return object.has(name) && object.get(name).isNull();
    }

    private JsonNode some(String name) throws ReportFormatException {
        if (!object.has(name)) {
            throw new ReportFormatException("field " + pathOf(name) + " is missing");
        }
        return object.get(name);
    }

    private String textOf(JsonNode node, String name) throws ReportFormatException {
        if (!node.isTextual()) {
            throw wrong("field " + pathOf(name), "a text", node);
        }
        return node.textValue();
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static ReportFormatException wrong(String where, String expected, JsonNode found) {
        String shown = SafeText.of(found.toString());
        return new ReportFormatException(where + " should be " + expected + ", but is "
                + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown));
    }
}
