package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The tokens of one outcome as a table. */
final class HtmlTokenTable {
    private static final String HEAD = """
            <div class="scroll" role="region" tabindex="0" aria-labelledby="tokens-%1$s">
            <table>
            <caption id="tokens-%1$s" class="%1$s">%2$s: %3$s</caption>
            <thead><tr><th scope="col">Description</th><th scope="col">Scopes</th><th scope="col">IP address</th>\
            <th scope="col">Last accessed</th><th scope="col">Verdict</th><th scope="col">Note</th>\
            <th scope="col">Id</th></tr></thead>
            <tbody>
            """;

    private static final String ROW = """
            <tr><th scope="row">%s</th><td>%s</td><td>%s</td><td>%s%s</td><td>%s: %s</td><td>%s</td>\
            <td><code>%s</code></td></tr>
            """;

    private static final String END = """
            </tbody>
            </table>
            </div>
            """;

    private HtmlTokenTable() {}

    /** Writes row by row, so that a long table is never in memory as a whole. */
    static void write(TokenOutcome outcome, List<TokenReport> tokens, Writer page) throws IOException {
        String count = tokens.size() == 1 ? "1 AuthToken" : tokens.size() + " AuthTokens";
        page.write(Html.of(HEAD, outcome, HtmlReport.label(outcome), count).toString());
        for (TokenReport token : tokens) {
            page.write(row(token).toString());
        }
        page.write(END);
    }

    private static Html row(TokenReport token) {
        return Html.of(
                ROW,
                token.description().isBlank()
                        ? new Html("<span class=\"none\">no description</span>")
                        : Html.of("<bdi>%s</bdi>", token.description()),
                String.join(", ", token.scopes()),
                token.ipAddress(),
                Html.time(token.lastAccessed()),
                token.lastAccessedText().isEmpty()
                        ? ""
                        : Html.of("<span class=\"shown\">shown as <bdi>%s</bdi></span>", token.lastAccessedText()),
                token.verdict().name().toLowerCase(Locale.ROOT),
                token.reason().words(),
                token.note(),
                token.id());
    }
}
