package io.jenkins.plugins.authtokencleanup.testserver;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The cells of the panel's rows, tick box aside, in the order of the configured columns. */
final class PanelCells {
    private static final byte[] CELL = HtmlBytes.bytes("<td>");
    private static final byte[] CELL_END = HtmlBytes.bytes("</td>\n");
    private static final byte[] TITLED_CELL = HtmlBytes.bytes("<td class='lastaccess' title=\"");
    private static final byte[] TITLE_END = HtmlBytes.bytes("\">");
    private static final byte[] NO_BREAK_SPACE = HtmlBytes.bytes("&nbsp;");
    private static final byte[] SCOPES = HtmlBytes.bytes("<td><table class=\"scopetbl\" cellpadding=\"0\"><tbody>\n"
            + "<tr class=\"scopehead\"><td>Scope&nbsp;name</td><td>Service&nbsp;name</td></tr>\n");
    private static final byte[] SCOPE = HtmlBytes.bytes("<tr><td>");
    private static final byte[] SERVICE = HtmlBytes.bytes("</td><td>");
    private static final byte[] SCOPE_END = HtmlBytes.bytes("</td></tr>\n");
    private static final byte[] SCOPES_END = HtmlBytes.bytes("</tbody></table></td>\n");
    private static final byte[] ACTION =
            HtmlBytes.bytes("<td><a href=\"javascript:;\" class=\"removeone\">Remove</a></td>\n");

    private final ServerSettings settings;
    private final DateText dates;

    PanelCells(ServerSettings settings, Instant now) {
        this.settings = settings;
        this.dates = new DateText(settings.dateStyle, settings.zone, now);
    }

    /** The header row's cells. */
    String headers() {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < settings.columns.size(); i++) {
            headers.append("<th>").append(header(i)).append("</th>");
        }
        return headers.toString();
    }

    /** The cells of one row. */
    void write(HtmlBytes html, TestToken token) throws IOException {
        List<Column> columns = settings.columns;
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i)) {
                case TOKEN -> cell(html, settings.tokenText == TokenText.CLEAR ? token.clearText() : masked(token));
                case SCOPES -> scopes(html, token.scopes());
                case IP -> cell(html, token.ipAddress());
                case DESCRIPTION -> cell(html, token.description());
                case CREATED -> date(html, token.created());
                case LAST_ACCESSED -> lastAccessed(html, token);
                case ACTION -> html.markup(ACTION);
                case EXTRA -> cell(html, isFirstExtra(i) ? "Active" : settings.user);
            }
        }
    }

    private String header(int index) {
        String text = switch (settings.columns.get(index)) {
            case TOKEN -> "AuthToken";
            case SCOPES -> "Scopes";
            case IP -> "IP Address";
            case DESCRIPTION -> "Description";
            case CREATED -> "Created Time";
            case LAST_ACCESSED -> settings.lastAccessedHeader;
            case ACTION -> "Action";
            case EXTRA -> isFirstExtra(index) ? "Status" : "Owner";
        };
        return Markup.html(text).replace(" ", "&nbsp;");
    }

    private boolean isFirstExtra(int index) {
        return settings.columns.indexOf(Column.EXTRA) == index;
    }

    private void lastAccessed(HtmlBytes html, TestToken token) throws IOException {
        if (token.lastAccessed() != null) {
            date(html, token.lastAccessed());
            return;
        }
        switch (settings.neverUsedStyle) {
            case DASH -> cell(html, "-");
            case BLANK -> html.markup(CELL).markup(NO_BREAK_SPACE).markup(CELL_END);
            case CREATION_TIME -> date(html, token.created());
            case NEVER_WORD -> cell(html, "Never");
        }
    }

    private void date(HtmlBytes html, Instant time) throws IOException {
        String title = dates.title(time);
        if (title == null) {
            html.markup(CELL);
        } else {
            html.markup(TITLED_CELL).text(title).markup(TITLE_END);
        }
        dateText(html, dates.text(time));
        html.markup(CELL_END);
    }

    /** The no-break space of a relative date goes out as an entity. */
    private static void dateText(HtmlBytes html, String text) throws IOException {
        int space = text.indexOf('\u00a0');
        if (space < 0) {
            html.text(text);
        } else {
            html.text(text.substring(0, space)).markup(NO_BREAK_SPACE).text(text.substring(space + 1));
        }
    }

    private static void scopes(HtmlBytes html, List<String> scopes) throws IOException {
        html.markup(SCOPES);
        for (String scope : scopes) {
            int slash = scope.indexOf('/');
            html.markup(SCOPE).text(scope.substring(slash + 1)).markup(SERVICE);
            html.text(slash < 0 ? "" : scope.substring(0, slash)).markup(SCOPE_END);
        }
        html.markup(SCOPES_END);
    }

    private static void cell(HtmlBytes html, String text) throws IOException {
        html.markup(CELL).text(text).markup(CELL_END);
    }

    private static String masked(TestToken token) {
        return token.clearText().substring(0, 4) + "*".repeat(28);
    }
}
