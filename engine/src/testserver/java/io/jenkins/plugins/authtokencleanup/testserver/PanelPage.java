package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.List;

/** The token panel as it was at one moment; section 5 of the wire contract. */
final class PanelPage {
    private final ServerSettings settings;
    private final List<TokenStore.Stored> rows;
    private final TokenHandles.Key key;
    private final String csrfField;
    private final PanelCells cells;

    PanelPage(ServerSettings settings, List<TokenStore.Stored> rows, TokenHandles.Key key, String csrfField) {
        this.settings = settings;
        this.rows = rows;
        this.key = key;
        this.csrfField = csrfField;
        this.cells = new PanelCells(settings, settings.clock.instant());
    }

    String html() {
        StringBuilder html = new StringBuilder();
        rows.forEach(row -> write(html, row));
        return Template.of("panel.html")
                .markup("csrfField", csrfField)
                .markup("checkAll", rows.isEmpty() ? "" : checkAll())
                .markup("headers", cells.headers())
                .markup("rows", rows.isEmpty() ? noTokens() : html.toString())
                .filled();
    }

    private void write(StringBuilder html, TokenStore.Stored row) {
        html.append("<tr id=\"trow\" class='apitokenrow'>\n<td class=\"tickcell\">")
                .append("<a href=\"javascript:;\" class=\"apitoken-unchecked\" ");
        if (settings.handlesOnPage) {
            html.append("data-enctoken=\"").append(key.handleOf(row.serial())).append("\" ");
        }
        html.append("title=\"Select\"></a></td>\n");
        cells.write(html, row.token());
        html.append("</tr>\n");
    }

    private static String checkAll() {
        return "<a href=\"javascript:;\" id=\"apitoken_check_all\" class=\"apitoken-unchecked\"></a>";
    }

    private String noTokens() {
        return "<tr><td class=\"notoken\" colspan=\"" + (settings.columns.size() + 1)
                + "\">You have no active AuthTokens.</td></tr>\n";
    }
}
