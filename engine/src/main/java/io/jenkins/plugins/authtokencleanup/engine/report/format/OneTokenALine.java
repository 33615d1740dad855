package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** One line for each field of the report and for each token, so that line tools can compare reports. */
final class OneTokenALine extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        super.writeStartObject(json);
        breakLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int fields) throws IOException {
        breakLine(json);
        super.writeEndObject(json, fields);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        super.writeObjectEntrySeparator(json);
        breakLine(json);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        super.writeArrayValueSeparator(json);
        breakLine(json);
    }

    /** Only between the fields of the report, and in the arrays that are such a field. */
    private static void breakLine(JsonGenerator json) throws IOException {
        JsonStreamContext place = json.getOutputContext();
        if (place.getNestingDepth() == (place.inObject() ? 1 : 2)) {
            json.writeRaw('\n');
        }
    }
}
