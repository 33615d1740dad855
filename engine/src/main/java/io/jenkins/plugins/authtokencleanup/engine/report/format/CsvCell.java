package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.util.regex.Pattern;

/** A cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula. */
final class CsvCell {
    /**
     * Where a formula could start: at the start of the cell and, as spreadsheets of many languages split at semicolons,
     * after one of those too. The full-width signs count as well. Tab and CR can't occur: {@link SafeText} shows them.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[\\s\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final Pattern TO_QUOTE = Pattern.compile("[\",;]|^\\s|\\s$");

    private CsvCell() {}

    /** The cell as it stands in the file. */
    static String of(String text) {
        String safe = FORMULA.matcher(SafeText.of(text)).replaceAll("$1'");
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
