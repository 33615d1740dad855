package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.nio.file.Path;
import java.util.Locale;

/** The formats of a report file. Its name's ending selects one. */
public enum ReportFormat {
    /** For programs, and as an approved plan. */
    JSON(".json", new JsonReport()),
    /** One row per token, for a spreadsheet. */
    CSV(".csv", new CsvReport()),
    /** A page for people. */
    HTML(".html", new HtmlReport());

    private final String ending;
    private final ReportWriter writer;

    ReportFormat(String ending, ReportWriter writer) {
        this.ending = ending;
        this.writer = writer;
    }

    /**
     * The format that a file's name asks for.
     *
     * @param file any path; it need not exist
     * @return the format
     * @throws IllegalArgumentException unless the name ends in {@code .json}, {@code .csv} or {@code .html}, in upper
     *     or lower case
     */
    public static ReportFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (ReportFormat format : values()) {
            if (name.endsWith(format.ending)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "A report's name must end in .json, .csv or .html: " + SafeText.of(file.toString()));
    }

    /**
     * The writer of this format.
     *
     * @return stateless
     */
    public ReportWriter writer() {
        return writer;
    }
}
