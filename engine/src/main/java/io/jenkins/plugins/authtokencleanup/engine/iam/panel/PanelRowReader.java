package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeText;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads rows of the panel (contract, section 5). */
final class PanelRowReader {
    private static final int LONGEST_HANDLE = 4_096;

    private final PanelHeader header;

    PanelRowReader(PanelHeader header) {
        this.header = header;
    }

    PanelRow read(PanelLine line) {
        List<Element> cells = PanelHeader.cells(line.row());
        Element scopes = ScopeTable.in(line.row());
        if (cells.size() != header.size() || header.isShifted(cells, scopes, line.boxes())) {
            // Which cell is which is not known: the clear token could be taken for the description.
            return new PanelRow("", List.of(), "", "", null, null, handle(line), null);
        }
        Element created = header.cell(cells, PanelColumn.CREATED);
        List<Integer> descriptions = header.descriptions();
        return new PanelRow(
                descriptions.isEmpty() ? "" : CellText.whole(cells.get(descriptions.get(0))),
                scopes == null ? ScopeTable.list(header.cell(cells, PanelColumn.SCOPES)) : ScopeTable.scopes(scopes),
                CellText.of(header.cell(cells, PanelColumn.IP_ADDRESS)),
                CellText.of(header.cell(cells, PanelColumn.TOKEN)),
                created == null ? null : time(created),
                time(header.cell(cells, PanelColumn.LAST_ACCESSED)),
                handle(line),
                labels(cells));
    }

    private List<String> labels(List<Element> cells) {
        return header.labels(cells).stream()
                .flatMap(cell -> CellText.all(cell).stream())
                .distinct()
                .toList();
    }

    private static AccessTimeText time(Element cell) {
        return new AccessTimeText(CellText.of(cell), CellText.titles(cell));
    }

    /** The handle; null if there is none, or several, or one that can't be sent as one of a list (section 6). */
    private static RemovalHandle handle(PanelLine line) {
        List<String> handles = line.boxes().stream()
                .map(box -> box.attr(PanelLine.HANDLE).strip())
                .distinct()
                .toList();
        String handle = handles.size() == 1 ? handles.get(0) : "";
        boolean sendable = !handle.isEmpty()
                && handle.length() <= LONGEST_HANDLE
                && handle.chars().noneMatch(c -> c == ',' || c <= ' ' || c == 0x7f);
        return sendable ? new RemovalHandle(handle) : null;
    }
}
