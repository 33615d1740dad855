package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.util.List;
import java.util.Locale;

/** The tokens of one outcome as a table. */
final class HtmlTokenTable {
    private static final String TABLE = """
            <div class="scroll" role="region" tabindex="0" aria-labelledby="tokens-%1$s">
            <table>
            <caption id="tokens-%1$s" class="%1$s">%2$s: %3$s</caption>
            <thead><tr><th scope="col">Description</th><th scope="col">Scopes</th><th scope="col">IP address</th>\
            <th scope="col">Last accessed</th><th scope="col">Verdict</th><th scope="col">Note</th>\
            <th scope="col">Id</th></tr></thead>
            <tbody>
            %4$s</tbody>
            </table>
            </div>
            """;

    private static final String ROW = """
            <tr><th scope="row">%s</th><td>%s</td><td>%s</td><td>%s%s</td><td>%s: %s</td><td>%s</td>\
            <td><code>%s</code></td></tr>
            """;

    private HtmlTokenTable() {}

    static Html of(TokenOutcome outcome, List<TokenReport> tokens) {
        String count = tokens.size() == 1 ? "1 AuthToken" : tokens.size() + " AuthTokens";
        return Html.of(TABLE, outcome, HtmlReport.label(outcome), count, Html.join(tokens, HtmlTokenTable::row));
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
