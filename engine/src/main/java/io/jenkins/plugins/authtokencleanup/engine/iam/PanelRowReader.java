package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.RemovalHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Reads rows of the panel (section 5). */
final class PanelRowReader {
    /** The attribute with a token's handle. */
    static final String HANDLE = "data-enctoken";

    private static final int LONGEST_HANDLE = 4_096;
    /** What is shown of a token has at least this length; shorter texts are row numbers and the like. */
    private static final int SHORTEST_MARK = 8;
    private static final int SHARED = 20_000;

    private final PanelHeader header;
    private final Map<Object, Object> shared = new HashMap<>();

    PanelRowReader(PanelHeader header) {
        this.header = header;
    }

    PanelRow read(Element row) {
        return read(row, null);
    }

    /**
     * Reads a row.
     *
     * @param row the row
     * @param scopes its scopes if they are known, null if they are to be read, too
     */
    PanelRow read(Element row, List<String> scopes) {
        List<Element> cells = PanelHeader.cells(row);
        boolean fits = cells.size() == header.size();
        if (!fits) {
            // Which cell is which is not known: the clear token could be taken for the description.
            return new PanelRow(new PanelRow.Content("", List.of(), "", "", null, null, handle(row)));
        }
        Element created = header.cell(cells, PanelColumn.CREATED);
        return new PanelRow(new PanelRow.Content(
                share(CellText.whole(header.cell(cells, PanelColumn.DESCRIPTION))),
                scopes == null ? share(List.copyOf(ScopeTable.scopes(scopes(row, cells)))) : scopes,
                share(CellText.of(header.cell(cells, PanelColumn.IP_ADDRESS))),
                mark(CellText.of(header.cell(cells, PanelColumn.TOKEN))),
                created == null ? null : time(created),
                time(header.cell(cells, PanelColumn.LAST_ACCESSED)),
                handle(row)));
    }

    /** The part of a row that shows its scopes, null for none. */
    Element scopes(Element row) {
        return scopes(row, PanelHeader.cells(row));
    }

    private Element scopes(Element row, List<Element> cells) {
        return ScopeTable.place(row, header.cell(cells, PanelColumn.SCOPES));
    }

    private AccessTimeText time(Element cell) {
        return new AccessTimeText(share(CellText.of(cell)), CellText.title(cell));
    }

    /** The handle, null if there is none, or several, or one that could not be sent as one of a list (section 6). */
    private static RemovalHandle handle(Element row) {
        List<String> shown = new ArrayList<>(1);
        addHandles(row, shown);
        String handle = shown.isEmpty() ? "" : shown.get(0);
        for (String other : shown) {
            if (!other.equals(handle)) {
                return null;
            }
        }
        boolean sendable = !handle.isEmpty()
                && handle.length() <= LONGEST_HANDLE
                && handle.chars().noneMatch(c -> c == ',' || c <= ' ' || c == 0x7f);
        return sendable ? new RemovalHandle(handle) : null;
    }

    private static void addHandles(Element element, List<String> handles) {
        if (element.hasAttr(HANDLE)) {
            handles.add(element.attr(HANDLE).strip());
        }
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof Element) {
                addHandles((Element) element.childNode(i), handles);
            }
        }
    }

    private static String mark(String shown) {
        if (shown.length() < SHORTEST_MARK) {
            return "";
        }
        byte[] digest = RowDigest.sha256().digest(shown.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    /** Many rows show the same few values: each is kept once. */
    @SuppressWarnings("unchecked")
    private <T> T share(T value) {
        if (shared.size() >= SHARED) {
            return (T) shared.getOrDefault(value, value);
        }
        Object known = shared.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }
}
