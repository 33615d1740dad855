package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;

/**
 * Rows of the panel that need no parser: those that the load before had word for word, and those built like one that was
 * parsed. What the table begins with, its header above all, has to be the same, else nothing is known.
 */
final class KnownRows {
    /** Pages with more kinds of rows than these are read by the parser. */
    private static final int MOST_SHAPES = 32;
    /** So far ahead in the load before a row is looked for: those in between were removed. */
    private static final int AHEAD = 8;

    /** An attribute's name that no page can know. */
    private final String mark = "data-known-" + UUID.randomUUID();

    private final boolean hopeless;
    private final RowDigest digest = new RowDigest();
    private final Map<Known, Known> rows = new HashMap<>();
    private List<Known> before = new ArrayList<>();
    private List<Known> now = new ArrayList<>();
    private int next;
    private int found;
    private boolean remembers = true;
    private final List<RowShape> shapes = new ArrayList<>();
    private int tries;
    private String beginning = "";
    private PanelRowReader reader;

    KnownRows() {
        this(false);
    }

    private KnownRows(boolean hopeless) {
        this.hopeless = hopeless;
    }

    /** Knows no row, so that the parser reads them all. */
    static KnownRows none() {
        return new KnownRows(true);
    }

    /** A row by the digest of its markup, and its place in the load that had it last. */
    private static final class Known {
        private final long first;
        private final long second;
        private PanelRow row;
        private int place;

        private Known(RowDigest digest) {
            first = digest.first();
            second = digest.second();
        }

        private boolean is(RowDigest digest) {
            return first == digest.first() && second == digest.second();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Known && ((Known) other).first == first && ((Known) other).second == second;
        }

        @Override
        public int hashCode() {
            return (int) first;
        }
    }

    /** The attribute of a row that stands for known ones. */
    String mark() {
        return mark;
    }

    /**
     * Begins a load.
     *
     * @param markup the table's markup up to the end of its first row
     */
    void begin(String markup) {
        // With handles that are new in each load no row comes again.
        if (!before.isEmpty() && 2 * found < now.size()) {
            remembers = false;
        }
        if (!remembers) {
            now.clear();
        }
        if (rows.size() > now.size() + now.size() / 4) {
            rows.clear();
            now.forEach(known -> rows.put(known, known));
        }
        found = 0;
        before = now;
        now = new ArrayList<>(before.size());
        next = 0;
        if (!markup.equals(beginning)) {
            before.clear();
            rows.clear();
            remembers = true;
            shapes.clear();
            tries = 0;
            beginning = markup;
            reader = hopeless ? null : reader(markup);
        }
    }

    private static PanelRowReader reader(String markup) {
        Elements rows = Jsoup.parse(markup).select("#" + PanelMarkup.TABLE_ID + " tr");
        if (rows.size() != 1 || !PanelReader.isHeader(rows.get(0))) {
            return null;
        }
        PanelHeader header = new PanelHeader(rows.get(0));
        return header.problem().isEmpty() ? new PanelRowReader(header) : null;
    }

    /** From here on nothing is known of this page: another header may have come, or rows may be counted otherwise. */
    void distrust() {
        reader = null;
        beginning = "";
    }

    /** Whether there are kinds of rows that are known. */
    boolean hasShapes() {
        return reader != null && !shapes.isEmpty();
    }

    /**
     * Where a row ends that is built like another one.
     *
     * @param page characters of the page
     * @param from where the row begins
     * @param to where they end
     * @return negative if it needs another look
     */
    int end(char[] page, int from, int to) {
        for (int i = 0; reader != null && i < shapes.size(); i++) {
            int end = shapes.get(i).end(page, from, to);
            if (end >= 0) {
                if (i > 0) {
                    // Most pages have a kind of rows that most rows are of.
                    shapes.add(i - 1, shapes.remove(i));
                }
                return end;
            }
        }
        return -1;
    }

    /**
     * Reads a row, if it is known.
     *
     * @param page characters of the page
     * @param from where the row begins
     * @param to where it ends
     * @return null if it needs the parser
     */
    PanelRow read(char[] page, int from, int to) {
        if (reader == null) {
            return null;
        }
        if (!remembers) {
            return shaped(page, from, to);
        }
        digest.of(page, from, to);
        Known known = known();
        if (known == null) {
            PanelRow row = shaped(page, from, to);
            if (row == null) {
                return null;
            }
            known = new Known(digest);
            known.row = row;
            rows.put(known, known);
        } else {
            found++;
        }
        known.place = now.size();
        now.add(known);
        return known.row;
    }

    private Known known() {
        for (int i = next; i < Math.min(next + AHEAD, before.size()); i++) {
            if (before.get(i).is(digest)) {
                next = i + 1;
                return before.get(i);
            }
        }
        Known known = rows.get(new Known(digest));
        if (known != null && known.place < before.size() && before.get(known.place) == known) {
            next = known.place + 1;
        }
        return known;
    }

    private PanelRow shaped(char[] page, int from, int to) {
        for (RowShape shape : shapes) {
            PanelRow read = shape.read(page, from, to, reader);
            if (read != null) {
                return read;
            }
        }
        String row = new String(page, from, to - from);
        String tag = row.substring(0, row.indexOf('>'));
        if (tag.contains("headerrow") || tag.indexOf('&') >= 0) {
            distrust();
            return null;
        }
        RowShape shape = tries++ < MOST_SHAPES ? RowShape.of(row, reader) : null;
        if (shape == null) {
            return null;
        }
        shapes.add(shape);
        return shape.read(page, from, to, reader);
    }
}
