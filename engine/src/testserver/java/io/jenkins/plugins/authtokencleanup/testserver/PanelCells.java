package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Instant;
import java.util.List;

/** The cells of the panel's rows, tick box aside, in the order of the configured columns. */
final class PanelCells {
    private final ServerSettings settings;
    private final DateText dates;
    private int rows;

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
    void write(StringBuilder html, TestToken token) {
        List<Column> columns = settings.columns;
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i)) {
                case TOKEN -> cell(html, shown(token));
                case SCOPES -> scopes(html, token.scopes());
                case IP -> cell(html, token.ipAddress());
                case DESCRIPTION -> cell(html, token.description());
                case CREATED -> date(html, token.created());
                case LAST_ACCESSED -> lastAccessed(html, token);
                case ACTION -> html.append("<td><a href=\"javascript:;\" class=\"removeone\">Remove</a></td>\n");
                case EXTRA -> cell(html, isFirstExtra(i) ? "Active" : settings.user);
            }
        }
    }

    private String header(int index) {
        String own = settings.headers.get(settings.columns.get(index));
        String text = own != null
                ? own
                : switch (settings.columns.get(index)) {
                    case TOKEN -> "AuthToken";
                    case SCOPES -> "Scopes";
                    case IP -> "IP Address";
                    case DESCRIPTION -> "Description";
                    case CREATED -> "Created Time";
                    case LAST_ACCESSED -> "Last Accessed Time";
                    case ACTION -> "Action";
                    case EXTRA -> isFirstExtra(index) ? "Status" : "Owner";
                };
        return Markup.html(text).replace(" ", "&nbsp;");
    }

    private boolean isFirstExtra(int index) {
        return settings.columns.indexOf(Column.EXTRA) == index;
    }

    private void lastAccessed(StringBuilder html, TestToken token) {
        if (token.lastAccessed() != null) {
            date(html, token.lastAccessed());
            return;
        }
        switch (settings.neverUsedStyle) {
            case DASH -> cell(html, "-");
            case BLANK -> html.append("<td>&nbsp;</td>\n");
            case CREATION_TIME -> date(html, token.created());
            case NEVER_WORD -> cell(html, "Never");
        }
    }

    private void date(StringBuilder html, Instant time) {
        String title = dates.title(time);
        html.append(title == null ? "<td>" : "<td class='lastaccess' title=\"" + Markup.html(title) + "\">")
                .append(Markup.html(dates.text(time)).replace("\u00a0", "&nbsp;"))
                .append("</td>\n");
    }

    private static void scopes(StringBuilder html, List<String> scopes) {
        html.append("<td><table class=\"scopetbl\" cellpadding=\"0\"><tbody>\n")
                .append("<tr class=\"scopehead\"><td>Scope&nbsp;name</td><td>Service&nbsp;name</td></tr>\n");
        for (String scope : scopes) {
            int slash = scope.indexOf('/');
            html.append("<tr><td>")
                    .append(Markup.html(scope.substring(slash + 1)))
                    .append("</td><td>");
            html.append(Markup.html(slash < 0 ? "" : scope.substring(0, slash))).append("</td></tr>\n");
        }
        html.append("</tbody></table></td>\n");
    }

    private static void cell(StringBuilder html, String text) {
        html.append("<td>").append(Markup.html(text)).append("</td>\n");
    }

    private String shown(TestToken token) {
        return switch (settings.tokenText) {
            case CLEAR -> token.clearText();
            case MASKED -> masked(token);
            case ROW_NUMBER -> "%032d".formatted(++rows);
        };
    }

    private static String masked(TestToken token) {
        return token.clearText().substring(0, 4) + "*".repeat(28);
    }
}
