package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A page for people: one file without scripts or external links, for light and dark screens and for paper. */
final class HtmlReport {
    /** The most urgent first. */
    private static final List<TokenOutcome> ORDER = List.of(
            TokenOutcome.FAILED,
            TokenOutcome.NOT_ATTEMPTED,
            TokenOutcome.REMOVED,
            TokenOutcome.WOULD_REMOVE,
            TokenOutcome.KEPT);

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>%1$s: %2$s, %3$s</title>
            <style>
            %4$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p class="outcome %5$s">Outcome: %2$s</p>
            <p class="message">%6$s</p>
            """;

    private static final String PAGE = """
            %s%s<h2>The run</h2>
            <dl>
            %s</dl>
            <h2>The AuthTokens</h2>
            %s</main>
            </body>
            </html>
            """;

    private static final String WARNINGS = """
            <section class="warnings" aria-label="Warnings">
            <h2>Warnings</h2>
            <ul>
            %s</ul>
            </section>
            """;

    private static final String COUNTS = """
            <div class="counts">
            <table>
            <caption>AuthTokens by outcome</caption>
            <tbody>
            <tr><th scope="row">Listed</th><td class="number">%s</td></tr>
            %s</tbody>
            </table>
            </div>
            """;

    private HtmlReport() {}

    static String text(CleanupReport report) {
        Map<TokenOutcome, List<TokenReport>> tokens =
                report.tokens().stream().collect(Collectors.groupingBy(TokenReport::outcome));
        List<TokenOutcome> present = ORDER.stream().filter(tokens::containsKey).toList();
        Html tables = tokens.isEmpty()
                ? new Html("<p>None were listed.</p>\n")
                : Html.join(present, outcome -> HtmlTokenTable.of(outcome, tokens.get(outcome)));
        return Html.of(PAGE, head(report), counts(report.tokens().size(), tokens), terms(report), tables)
                .toString();
    }

    private static Html head(CleanupReport report) {
        String title = report.preview() ? "Preview of an AuthToken cleanup" : "AuthToken cleanup";
        String outcome = label(report.outcome());
        Html head = Html.of(
                HEAD, title, outcome, report.server(), new Html(HtmlStyle.SHEET), report.outcome(), report.message());
        Html warnings = Html.join(report.warnings(), warning -> Html.of("<li>%s</li>\n", warning));
        return report.warnings().isEmpty() ? head : Html.of("%s%s", head, Html.of(WARNINGS, warnings));
    }

    private static Html counts(int listed, Map<TokenOutcome, List<TokenReport>> tokens) {
        return Html.of(COUNTS, listed, Html.join(ORDER, outcome -> {
            int count = tokens.getOrDefault(outcome, List.of()).size();
            Object name =
                    count == 0 ? label(outcome) : Html.of("<a href=\"#tokens-%s\">%s</a>", outcome, label(outcome));
            return Html.of("<tr><th scope=\"row\">%s</th><td class=\"number\">%s</td></tr>\n", name, count);
        }));
    }

    /** Where, when and by which rules the run was made. */
    private static Html terms(CleanupReport report) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("Server", report.server());
        terms.put("Account", report.account());
        terms.put("Kind", report.preview() ? "Preview: changes nothing" : "Cleanup");
        terms.put("Started", Html.time(report.startedAt()));
        terms.put("Finished", Html.time(report.finishedAt()));
        terms.put("Server's clock", Html.of("%s%s", Html.time(report.serverTime()), skew(report.clockSkewSeconds())));
        terms.put("Unused means last accessed before", Html.time(report.cutoff()));
        terms.putAll(ReportSettings.of(report.policy(), report.cap()));
        terms.put(
                "Plan fingerprint", Objects.requireNonNullElse(report.planFingerprint(), "none, nothing was planned"));
        return Html.join(terms.entrySet(), term -> Html.of("<dt>%s</dt><dd>%s</dd>\n", term.getKey(), term.getValue()));
    }

    private static String skew(Long seconds) {
        if (seconds == null) {
            return "";
        }
        if (seconds == 0) {
            return " (the same as here)";
        }
        return " (" + Math.abs(seconds) + " s " + (seconds > 0 ? "ahead of" : "behind") + " the clock here)";
    }

    private static String label(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> "Done";
            case PARTIAL -> "Some removals failed";
            case REFUSED -> "Refused, nothing was removed";
            case FAILED -> "Failed";
            case INTERRUPTED -> "Interrupted";
        };
    }

    static String label(TokenOutcome outcome) {
        return switch (outcome) {
            case REMOVED -> "Removed";
            case KEPT -> "Kept";
            case FAILED -> "Failed";
            case NOT_ATTEMPTED -> "Not attempted";
            case WOULD_REMOVE -> "Would be removed";
        };
    }
}
