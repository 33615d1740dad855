package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of text in aligned columns; long cells are cut. picocli's table would not do: it takes {@code @|…|@} in a cell
 * for markup, and pads wide characters wrongly.
 */
final class TextTable {
    private static final int WIDEST = 48;
    private static final int LEAST = 8;
    private static final String CUT = "...";
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... head) {
        row(head);
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> fitting(SafeText.of(cell), WIDEST))
                .toList());
    }

    /** Prints the table. Columns shrink until a row fits. */
    void print(PrintStream out, int columns) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], width(row.get(i))));
        }
        shrink(widths, columns - GAP.length() * (widths.length - 1));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = fitting(row.get(i), widths[i]);
                line.append(cell).append(" ".repeat(widths[i] - width(cell))).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** The first two columns, which are words, shrink before dates and addresses do. */
    private static void shrink(int[] widths, int columns) {
        shrink(widths, columns, 2);
        shrink(widths, columns, widths.length);
    }

    private static void shrink(int[] widths, int columns, int first) {
        while (Arrays.stream(widths).sum() > columns) {
            int widest = 0;
            for (int i = 1; i < first; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= LEAST) {
                return;
            }
            widths[widest]--;
        }
    }

    private static String fitting(String safe, int columns) {
        if (width(safe) <= columns) {
            return safe;
        }
        int end = 0;
        int width = CUT.length();
        while (width + columns(safe.codePointAt(end)) <= columns) {
            width += columns(safe.codePointAt(end));
            end = safe.offsetByCodePoints(end, 1);
        }
        return safe.substring(0, end) + CUT;
    }

    private static int width(String text) {
        return text.codePoints().map(TextTable::columns).sum();
    }

    /** As on most terminals: marks take no column; ideographs, Hangul, full-width forms and emoji take two. */
    private static int columns(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF00 && character <= 0xFF60
                || character >= 0xFFE0 && character <= 0xFFE6
                || character >= 0x1F300 && character <= 0x1FAFF
                || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
