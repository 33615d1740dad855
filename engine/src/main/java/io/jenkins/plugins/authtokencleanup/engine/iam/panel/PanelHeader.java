package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The columns of the panel: found by the meaning of their headers, never by position (section 7, rule 3). */
final class PanelHeader {
    private static final int MOST_COLUMNS = 100;
    private static final Set<PanelColumn> NO_LABELS =
            EnumSet.of(PanelColumn.LAST_ACCESSED, PanelColumn.CREATED, PanelColumn.IP_ADDRESS, PanelColumn.TOKEN);

    private final List<PanelColumn> columns = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    PanelHeader(Element row) {
        for (Element cell : cells(row)) {
            String text = CellText.of(cell);
            words.add(text);
            columns.add(PanelColumn.of(text));
        }
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

    /**
     * The cells by whose text a user may know a token: all but times, addresses and the token itself, whatever their
     * headers are called.
     *
     * @param cells the cells of a row
     * @return those cells
     */
    List<Element> labels(List<Element> cells) {
        return IntStream.range(0, cells.size())
                .filter(i -> !NO_LABELS.contains(columns.get(i)))
                .mapToObj(cells::get)
                .toList();
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
