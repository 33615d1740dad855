package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row a token, for a spreadsheet: CSV as in RFC 4180, in UTF-8. */
public final class CsvReport implements ReportWriter {
    /** Without it, a well-known spreadsheet reads the file in the machine's old code page. Programs have JSON. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String HEADER =
            "id,description,scopes,ipAddress,lastAccessed,lastAccessedText,verdict,reason,outcome,note\r\n";

    @Override
    public void write(CleanupReport report, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(BYTE_ORDER_MARK);
        csv.write(HEADER);
        for (TokenReport token : report.tokens()) {
            csv.write(row(token));
        }
        csv.flush();
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
                .map(CsvCell::of)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
