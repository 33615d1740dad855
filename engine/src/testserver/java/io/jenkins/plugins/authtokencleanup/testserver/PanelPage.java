package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The token panel as it was at one moment, written row by row; section 5 of the wire contract. */
final class PanelPage implements HttpReply.Body {
    private static final byte[] ROW = HtmlBytes.bytes("<tr id=\"trow\" class='apitokenrow'>\n<td class=\"tickcell\">");
    private static final byte[] TICK_BOX = HtmlBytes.bytes("<a href=\"javascript:;\" class=\"apitoken-unchecked\" ");
    private static final byte[] HANDLE = HtmlBytes.bytes("data-enctoken=\"");
    private static final byte[] HANDLE_END = HtmlBytes.bytes("\" ");
    private static final byte[] TICK_BOX_END = HtmlBytes.bytes("title=\"Select\"></a></td>\n");
    private static final byte[] ROW_END = HtmlBytes.bytes("</tr>\n");

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

    @Override
    public void writeTo(OutputStream out) throws IOException {
        String[] frame = Template.of("panel.html")
                .markup("csrfField", csrfField)
                .markup("checkAll", rows.isEmpty() ? "" : checkAll())
                .markup("headers", cells.headers())
                .markup("rows", rows.isEmpty() ? noTokens() : "\f")
                .filled()
                .split("\f");
        HtmlBytes html = new HtmlBytes(out);
        html.markup(HtmlBytes.bytes(frame[0]));
        for (TokenStore.Stored row : rows) {
            write(html, row);
        }
        if (frame.length > 1) {
            html.markup(HtmlBytes.bytes(frame[1]));
        }
        html.flush();
    }

    private void write(HtmlBytes html, TokenStore.Stored row) throws IOException {
        html.markup(ROW).markup(TICK_BOX);
        if (settings.handlesOnPage) {
            html.markup(HANDLE).markup(key.handleOf(row.serial())).markup(HANDLE_END);
        }
        html.markup(TICK_BOX_END);
        cells.write(html, row.token());
        html.markup(ROW_END);
    }

    private static String checkAll() {
        return "<a href=\"javascript:;\" id=\"apitoken_check_all\" class=\"apitoken-unchecked\"></a>";
    }

    private String noTokens() {
        return "<tr><td class=\"notoken\" colspan=\"" + (settings.columns.size() + 1)
                + "\">You have no active AuthTokens.</td></tr>\n";
    }
}
