package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** The formats of a report, all in UTF-8. The ending of a file's name selects one. */
public enum ReportFormat {
    /** For programs, and as an approved plan. */
    JSON(".json", JsonReport::text),
    /** One row per token, for a spreadsheet. */
    CSV(".csv", CsvReport::text),
    /** A page for people. */
    HTML(".html", HtmlReport::text);

    private final String ending;
    private final Function<CleanupReport, String> text;

    ReportFormat(String ending, Function<CleanupReport, String> text) {
        this.ending = ending;
        this.text = text;
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

    /** A whole report as well-formed text. */
    public String text(CleanupReport report) {
        return text.apply(report);
    }
}
