package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A row of the table as the page has it.
 *
 * @param row the row
 * @param boxes what in it can name a token by a handle, in nested tables too
 */
record PanelLine(Element row, List<Element> boxes) {
    /** The attribute with a token's handle. */
    static final String HANDLE = "data-enctoken";

    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");
    private static final String HEADER_ID = "headerrow";

    private PanelLine(Element row) {
        this(row, row.getElementsByAttribute(HANDLE));
    }

    /** The table's own rows, without those of nested tables. */
    static List<PanelLine> of(Element table) {
        return table.children().stream()
                .flatMap(part -> SECTIONS.contains(part.normalName()) ? part.children().stream() : Stream.of(part))
                .filter(part -> part.nameIs("tr"))
                .map(PanelLine::new)
                .toList();
    }

    /** Whether something names a token. */
    static boolean namesToken(Element box) {
        return !box.attr(HANDLE).isBlank();
    }

    /** The header of most servers. */
    boolean isHeader() {
        return row.id().equals(HEADER_ID);
    }

    /** Maybe the header of a server that does not mark it. */
    boolean hasHeaderCells() {
        return row.children().stream().anyMatch(cell -> cell.nameIs("th"));
    }

    boolean isToken() {
        return !isHeader() && (row.id().equals("trow") || !boxes.isEmpty());
    }

    /** A row with several texts. What says that there are no tokens is a single text. */
    boolean mayBeToken() {
        return row.children().stream()
                        .filter(cell -> cell.nameIs("td") && cell.hasText())
                        .count()
                > 1;
    }
}
