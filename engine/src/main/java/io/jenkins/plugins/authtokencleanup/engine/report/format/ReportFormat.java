package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/** The forms of a report, told by a file's ending. */
public enum ReportFormat {
    /** For programs, and as an approved plan. */
    JSON(".json", JsonReport::new),
    /** One row a token, for a spreadsheet. */
    CSV(".csv", CsvReport::new),
    /** A page for people. */
    HTML(".html", HtmlReport::new);

    private final String ending;
    private final Supplier<ReportWriter> writer;

    ReportFormat(String ending, Supplier<ReportWriter> writer) {
        this.ending = ending;
        this.writer = writer;
    }

    /**
     * The form that a file's name asks for.
     *
     * @param file any path; it need not exist
     * @return the form
     * @throws IllegalArgumentException if the name ends on none of {@code .json}, {@code .csv} and {@code .html}, in
     *     any case
     */
    public static ReportFormat of(Path file) {
        String name = file.toString();
        for (ReportFormat format : values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(format.ending)) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "A report's name must end on .json, .csv or .html, which says what is written: "
                        + SafeText.of(file.toString()));
    }

    /**
     * A writer of this form.
     *
     * @return a new one
     */
    public ReportWriter writer() {
        return writer.get();
    }
}
