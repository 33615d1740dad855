package io.jenkins.plugins.authtokencleanup.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> head;
    private final int widest;
    private final List<List<ShownText>> rows = new ArrayList<>();

    /** A table whose cells are cut where they are wider than {@code widest}. */
    TextTable(int widest, String... head) {
        this.head = List.of(head);
        this.widest = widest;
        row(head);
    }

    void row(String... cells) {
        List<ShownText> row = new ArrayList<>(head.size());
        for (String cell : cells) {
            row.add(ShownText.of(cell, widest));
        }
        rows.add(row);
    }

    void print(PrintStream out) {
        int[] widths = new int[head.size()];
        for (List<ShownText> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
        }
        for (List<ShownText> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                ShownText cell = row.get(i);
                line.append(cell.text()).append(" ".repeat(widths[i] - cell.width())).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
