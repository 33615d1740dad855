package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The scopes of one token. The page has them in a table of their own in a cell, with scope and service names (section
 * 5); the vendor writes them as {@code service/scope}, like ZROP/reportsapi, and so do reports.
 */
final class ScopeTable {
    private static final Evaluator TABLE = QueryParser.parse("table.scopetbl");
    private static final Pattern HEADER = Pattern.compile("(?i)(scope|service)s?( names?)?");

    private ScopeTable() {}

    /** The table in a token's row, null if there is none. */
    static Element in(Element row) {
        return row.selectFirst(TABLE);
    }

    /** The scopes of a table: each once, maybe none. */
    static List<String> scopes(Element table) {
        List<String> scopes = new ArrayList<>();
        int scope = -1;
        int service = -1;
        for (Element line : table.getElementsByTag("tr")) {
            List<String> names =
                    PanelHeader.cells(line).stream().map(CellText::of).toList();
            if (scope < 0 && scopes.isEmpty() && isHeader(names)) {
                scope = indexOf(names, "scope");
                service = indexOf(names, "service");
            } else if (scope >= 0 && service >= 0 && names.size() > Math.max(scope, service)) {
                add(scopes, names.get(service) + "/" + names.get(scope));
            } else {
                names.forEach(name -> add(scopes, name));
            }
        }
        return scopes;
    }

    /** The scopes that a cell without a table lists: each once, maybe none. */
    static List<String> list(Element cell) {
        List<String> scopes = new ArrayList<>();
        for (String part : CellText.of(cell).split(",")) {
            add(scopes, part.strip());
        }
        return scopes;
    }

    private static boolean isHeader(List<String> names) {
        for (String name : names) {
            if (!HEADER.matcher(name).matches()) {
                return false;
            }
        }
        return !names.isEmpty();
    }

    private static int indexOf(List<String> names, String word) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).startsWith(word)) {
                return i;
            }
        }
        return -1;
    }

    private static void add(List<String> scopes, String scope) {
        if (!scope.isEmpty() && !scopes.contains(scope)) {
            scopes.add(scope);
        }
    }
}
