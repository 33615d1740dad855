package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** One line for each field of the report and for each of its tokens, so that line tools can compare reports. */
final class OneTokenALine extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private int objects;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        super.writeStartObject(json);
        objects++;
        breakLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int fields) throws IOException {
        breakLine(json);
        objects--;
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

    private void breakLine(JsonGenerator json) throws IOException {
        if (objects == 1) {
            json.writeRaw('\n');
        }
    }
}
