package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The scopes of one token. The page has them in a table of their own in a cell, with scope and service names (section
 * 5); the vendor writes them as {@code service/scope}, like ZROP/reportsapi, and so do reports.
 */
final class ScopeTable {
    private static final String TABLE = "table.scopetbl";
    private static final Pattern HEADER = Pattern.compile("(?i)(scope|service)s?( names?)?");

    private ScopeTable() {}

    /**
     * The scopes of a token.
     *
     * @param row the token's row
     * @param cell its cell of scopes, null if there is none
     * @return their names, each once, maybe none
     */
    static List<String> scopes(Element row, Element cell) {
        Element table = row.selectFirst(TABLE);
        Element place = table == null ? cell : table;
        List<String> scopes = new ArrayList<>();
        if (table == null) {
            for (String part : CellText.of(place).split(",")) {
                add(scopes, part.strip());
            }
            return scopes;
        }
        int scope = -1;
        int service = -1;
        for (Element line : place.getElementsByTag("tr")) {
            List<String> names = new ArrayList<>();
            for (Element name : PanelHeader.cells(line)) {
                names.add(CellText.of(name));
            }
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
