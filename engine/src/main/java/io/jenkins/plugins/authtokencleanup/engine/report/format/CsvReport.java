package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row per token, for a spreadsheet: CSV as in RFC 4180, in UTF-8. No cell can run as a formula. */
final class CsvReport {
    /** The byte order mark makes Excel read the file as UTF-8. */
    private static final String HEADER =
            "\uFEFFid,description,scopes,ipAddress,lastAccessed,lastAccessedText,verdict,reason,outcome,note\r\n";

    /**
     * Where a formula could start: at the start of the cell and after a semicolon, which separates cells in many
     * locales. Full-width signs count as well. {@link SafeText} has already replaced tabs and line breaks.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[\\s\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final Pattern TO_QUOTE = Pattern.compile("[\",;]|^\\s|\\s$");

    private CsvReport() {}

    static String text(CleanupReport report) {
        return report.tokens().stream().map(CsvReport::row).collect(Collectors.joining("", HEADER, ""));
    }

    private static String row(TokenReport token) {
        return Stream.of(
                        token.id(),
                        token.description(),
                        String.join(", ", token.scopes()),
                        token.ipAddress(),
                        Objects.toString(ReportTime.exact(token.lastAccessed()), ""),
                        token.lastAccessedText(),
                        token.verdict().name(),
                        token.reason().name(),
                        token.outcome().name(),
                        token.note())
                .map(CsvReport::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String safe = FORMULA.matcher(SafeText.of(text)).replaceAll("$1'");
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
