package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The columns of the panel: found by the meaning of their headers, never by position (section 7, rule 3). */
final class PanelHeader {
    private static final int MOST_COLUMNS = 100;
    /** Words that can mean nothing but the description. A "User Name" is a name, too. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("(?i)\\b(description|display[ _]?name|token[ _]?name|label)\\b|^\\W*name\\W*$");

    private static final Pattern ADDRESS = Pattern.compile(
            "\\d{1,3}(\\.\\d{1,3}){3}([:/]\\d+)?|[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f.]{0,15}){2,8}(/\\d+)?|\\W*");

    private final List<PanelColumn> columns = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private final List<Integer> descriptions;

    /** The column of the box that selects all, -1 if it stands elsewhere. */
    private final int selectAll;

    PanelHeader(Element row) {
        List<Element> cells = cells(row);
        for (Element cell : cells) {
            String text = CellText.of(cell);
            words.add(text);
            columns.add(PanelColumn.of(text));
        }
        descriptions = findDescriptions();
        Element box = row.getElementById("apitoken_check_all");
        selectAll = box == null
                ? -1
                : IntStream.range(0, cells.size())
                        .filter(i -> contains(cells.get(i), box))
                        .findFirst()
                        .orElse(-1);
    }

    /** The cells of a row; one that spans several columns is there several times. */
    static List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (Node node : row.childNodes()) {
            if (node.nameIs("td") || node.nameIs("th")) {
                Element cell = (Element) node;
                for (int i = span(cell); i > 0; i--) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private static int span(Element cell) {
        String span = cell.attr("colspan");
        return !span.isEmpty() && span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1;
    }

    /** What is wrong with it, empty if it can be used. */
    String problem() {
        if (columns.size() > MOST_COLUMNS) {
            return "its table has " + columns.size() + " columns";
        }
        int times = Collections.frequency(columns, PanelColumn.LAST_ACCESSED);
        if (times == 1) {
            return "";
        }
        return (times == 0 ? "no column is the Last Accessed Time" : "several columns can be the Last Accessed Time")
                + " among: "
                + words.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "));
    }

    /**
     * Whether a row's cells stand under other headers than their own, as when one has a column of check boxes and the
     * other has not.
     *
     * @param cells the row's cells, as many as there are headers
     * @param scopeTable its table of scopes, null if there is none
     * @param boxes what in it names its token
     * @return true if its scopes or its check box stand in another column than the header's
     */
    boolean isShifted(List<Element> cells, Element scopeTable, List<Element> boxes) {
        int scopes = columns.indexOf(PanelColumn.SCOPES);
        return scopes >= 0 && scopeTable != null && !contains(cells.get(scopes), scopeTable)
                || selectAll >= 0 && !boxes.isEmpty() && !contains(cells.get(selectAll), boxes.get(0));
    }

    private static boolean contains(Element cell, Element inner) {
        return inner == cell || inner.parents().contains(cell);
    }

    int size() {
        return columns.size();
    }

    List<String> words() {
        return words;
    }

    /**
     * The columns that can be the description: those called so, or else those with another word for it.
     *
     * @return their indices, maybe none or several
     */
    List<Integer> descriptions() {
        return descriptions;
    }

    private List<Integer> findDescriptions() {
        List<Integer> named = indices(PanelColumn.DESCRIPTION);
        List<Integer> called = named.stream()
                .filter(i -> words.get(i).toLowerCase(Locale.ROOT).contains("description"))
                .toList();
        return called.isEmpty() ? named : called;
    }

    private List<Integer> indices(PanelColumn column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i) == column)
                .boxed()
                .toList();
    }

    /** Whether there is exactly one column of descriptions, beyond doubt. */
    boolean oneDescription() {
        return descriptions.size() == 1
                && DESCRIPTION.matcher(words.get(descriptions.get(0))).find();
    }

    /**
     * The cells by whose text a user may know a token: all but times, addresses and the token itself. A header alone
     * does not make a cell one of those, so the creation time is left to those who read it.
     *
     * @param cells the cells of a row
     * @return those cells
     */
    List<Element> labels(List<Element> cells) {
        return IntStream.range(0, cells.size())
                .filter(i -> isLabel(i, cells.get(i)))
                .mapToObj(cells::get)
                .toList();
    }

    private boolean isLabel(int index, Element cell) {
        return switch (columns.get(index)) {
            case LAST_ACCESSED, TOKEN -> false;
            case CREATED -> index != columns.indexOf(PanelColumn.CREATED);
            case IP_ADDRESS ->
                Stream.of(CellText.of(cell).split("[,;\\s]+"))
                        .anyMatch(part -> !ADDRESS.matcher(part).matches());
            default -> true;
        };
    }

    /**
     * The cell of a column.
     *
     * @param cells the cells of a row
     * @param column a meaning
     * @return null if there is no such column
     */
    Element cell(List<Element> cells, PanelColumn column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= cells.size() ? null : cells.get(index);
    }
}
