package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.IOException;
import java.util.Locale;

/** The tokens of one outcome as a table. */
final class HtmlTokenTable {
    private static final String HEAD = """
            <thead><tr><th scope="col">Description</th><th scope="col">Scopes</th><th scope="col">IP address</th>\
            <th scope="col">Last accessed</th><th scope="col">Verdict</th><th scope="col">Note</th>\
            <th scope="col">Id</th></tr></thead>
            """;

    private final HtmlOutput html;

    HtmlTokenTable(HtmlOutput html) {
        this.html = html;
    }

    void write(CleanupReport report, TokenOutcome outcome, int count) throws IOException {
        String id = "tokens-" + outcome.name();
        html.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id + "\">\n<table>\n")
                .markup("<caption id=\"" + id + "\" class=\"" + outcome.name() + "\">" + OutcomeLabels.of(outcome))
                .markup(": " + count + (count == 1 ? " AuthToken" : " AuthTokens") + "</caption>\n")
                .markup(HEAD)
                .markup("<tbody>\n");
        for (TokenReport token : report.tokens()) {
            if (token.outcome() == outcome) {
                row(token);
            }
        }
        html.markup("</tbody>\n</table>\n</div>\n");
    }

    private void row(TokenReport token) throws IOException {
        html.markup("<tr><th scope=\"row\">");
        described(token.description());
        html.markup("</th><td>")
                .value(String.join(", ", token.scopes()))
                .markup("</td><td>")
                .value(token.ipAddress())
                .markup("</td><td>")
                .time(token.lastAccessed());
        if (!token.lastAccessedText().isEmpty()) {
            html.markup("<span class=\"shown\">shown as <bdi>").value(token.lastAccessedText()).markup("</bdi></span>");
        }
        html.markup("</td><td>")
                .value(token.verdict().name().toLowerCase(Locale.ROOT) + ": " + token.reason().words())
                .markup("</td><td>")
                .value(token.note())
                .markup("</td><td><code>")
                .value(token.id())
                .markup("</code></td></tr>\n");
    }

    private void described(String description) throws IOException {
        if (description.isBlank()) {
            html.markup("<span class=\"none\">no description</span>");
        } else {
            html.markup("<bdi>").value(description).markup("</bdi>");
        }
    }
}
