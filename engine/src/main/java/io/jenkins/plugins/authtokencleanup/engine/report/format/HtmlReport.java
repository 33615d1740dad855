package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A page for people: one file without scripts or links to elsewhere, for light and dark screens and for paper. */
public final class HtmlReport implements ReportWriter {
    /** What a reader looks for first comes first. */
    private static final List<TokenOutcome> ORDER = List.of(
            TokenOutcome.FAILED,
            TokenOutcome.NOT_ATTEMPTED,
            TokenOutcome.REMOVED,
            TokenOutcome.WOULD_REMOVE,
            TokenOutcome.KEPT);

    @Override
    public void write(CleanupReport report, OutputStream out) throws IOException {
        HtmlOutput html = new HtmlOutput(out);
        head(report, html);
        counts(report.counts(), html);
        new HtmlSummary(html).write(report);
        html.markup("<h2>The AuthTokens</h2>\n");
        if (report.tokens().isEmpty()) {
            html.markup("<p>None were listed.</p>\n");
        }
        for (TokenOutcome outcome : ORDER) {
            int count = count(report.counts(), outcome);
            if (count > 0) {
                new HtmlTokenTable(html).write(report, outcome, count);
            }
        }
        html.markup("</main>\n</body>\n</html>\n");
        html.flush();
    }

    private static void head(CleanupReport report, HtmlOutput html) throws IOException {
        String title = report.preview() ? "Preview of an AuthToken cleanup" : "AuthToken cleanup";
        html.markup("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta http-equiv="Content-Security-Policy"
                          content="default-src 'none'; style-src 'unsafe-inline'">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="referrer" content="no-referrer">
                        """)
                .markup("<title>" + title + ": ")
                .value(OutcomeLabels.of(report.outcome()) + ", " + report.server())
                .markup("</title>\n<style>\n" + HtmlStyle.SHEET + "</style>\n</head>\n<body>\n<main>\n")
                .markup("<h1>" + title + "</h1>\n<p class=\"outcome " + report.outcome().name() + "\">Outcome: ")
                .value(OutcomeLabels.of(report.outcome()))
                .markup("</p>\n<p class=\"message\">")
                .value(report.message())
                .markup("</p>\n");
        if (!report.warnings().isEmpty()) {
            html.markup("<section class=\"warnings\" aria-label=\"Warnings\">\n<h2>Warnings</h2>\n<ul>\n");
            for (String warning : report.warnings()) {
                html.markup("<li>").value(warning).markup("</li>\n");
            }
            html.markup("</ul>\n</section>\n");
        }
    }

    private static void counts(TokenCounts counts, HtmlOutput html) throws IOException {
        html.markup("<div class=\"counts\">\n<table>\n<caption>AuthTokens by outcome</caption>\n<tbody>\n")
                .markup("<tr><th scope=\"row\">Listed</th><td class=\"number\">" + counts.listed() + "</td></tr>\n");
        for (TokenOutcome outcome : ORDER) {
            int count = count(counts, outcome);
            String name = OutcomeLabels.of(outcome);
            html.markup("<tr><th scope=\"row\">")
                    .markup(count == 0 ? name : "<a href=\"#tokens-" + outcome.name() + "\">" + name + "</a>")
                    .markup("</th><td class=\"number\">" + count + "</td></tr>\n");
        }
        html.markup("</tbody>\n</table>\n</div>\n");
    }

    private static int count(TokenCounts counts, TokenOutcome outcome) {
        return switch (outcome) {
            case REMOVED -> counts.removed();
            case KEPT -> counts.kept();
            case FAILED -> counts.failed();
            case NOT_ATTEMPTED -> counts.notAttempted();
            case WOULD_REMOVE -> counts.wouldRemove();
        };
    }
}
