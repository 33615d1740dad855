package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes HTML. Values come in through {@link #value} alone, which escapes them. */
final class HtmlOutput {
    private final Writer writer;

    HtmlOutput(OutputStream out) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Markup and fixed words of the program. */
    HtmlOutput markup(String html) throws IOException {
        writer.write(html);
        return this;
    }

    /** A value, good as an element's content and in a quoted attribute. */
    HtmlOutput value(String text) throws IOException {
        writer.write(SafeText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
        return this;
    }

    /** A time, in words where it is not known. */
    HtmlOutput time(Instant instant) throws IOException {
        if (instant == null) {
            return markup("<span class=\"none\">not known</span>");
        }
        return markup("<time datetime=\"")
                .value(ReportTime.exact(instant))
                .markup("\">")
                .value(ReportTime.readable(instant))
                .markup("</time>");
    }

    void flush() throws IOException {
        writer.flush();
    }
}
