package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeText;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads rows of the panel (contract, section 5). */
final class PanelRowReader {
    /** The attribute with a token's handle. */
    static final String HANDLE = "data-enctoken";

    private static final int LONGEST_HANDLE = 4_096;
    /** Shorter texts in the token's column are row numbers and the like. */
    private static final int SHORTEST_MARK = 8;

    private final PanelHeader header;

    PanelRowReader(PanelHeader header) {
        this.header = header;
    }

    PanelRow read(Element row) {
        List<Element> cells = PanelHeader.cells(row);
        if (cells.size() != header.size()) {
            // Which cell is which is not known: the clear token could be taken for the description.
            return new PanelRow("", List.of(), "", "", null, null, handle(row));
        }
        Element created = header.cell(cells, PanelColumn.CREATED);
        return new PanelRow(
                CellText.whole(header.cell(cells, PanelColumn.DESCRIPTION)),
                ScopeTable.scopes(row, header.cell(cells, PanelColumn.SCOPES)),
                CellText.of(header.cell(cells, PanelColumn.IP_ADDRESS)),
                mark(CellText.of(header.cell(cells, PanelColumn.TOKEN))),
                created == null ? null : time(created),
                time(header.cell(cells, PanelColumn.LAST_ACCESSED)),
                handle(row));
    }

    private static AccessTimeText time(Element cell) {
        return new AccessTimeText(CellText.of(cell), CellText.title(cell));
    }

    /** The handle; null if there is none, or several, or one that can't be sent as one of a list (section 6). */
    private static RemovalHandle handle(Element row) {
        List<String> handles = row.getElementsByAttribute(HANDLE).stream()
                .map(box -> box.attr(HANDLE).strip())
                .distinct()
                .toList();
        String handle = handles.size() == 1 ? handles.get(0) : "";
        boolean sendable = !handle.isEmpty()
                && handle.length() <= LONGEST_HANDLE
                && handle.chars().noneMatch(c -> c == ',' || c <= ' ' || c == 0x7f);
        return sendable ? new RemovalHandle(handle) : null;
    }

    private static String mark(String shown) {
        if (shown.length() < SHORTEST_MARK) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
