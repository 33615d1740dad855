package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    /** An attribute's name that no page can know. */
    private final String mark = "data-known-" + UUID.randomUUID();

    private final MessageDigest digest = sha256();
    private final Map<Key, Known> rows = new HashMap<>();
    private final List<RowShape> shapes = new ArrayList<>();
    private int tries;
    private int load;
    private String beginning = "";
    private PanelRowReader reader;
    private String rowTag;
    private boolean hopeless;

    /** The digest of a row's markup. No record, whose methods are slow until they are compiled. */
    private static final class Key {
        private final long first;
        private final long second;

        private Key(byte[] digest) {
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            first = bytes.getLong();
            second = bytes.getLong();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).first == first && ((Key) other).second == second;
        }

        @Override
        public int hashCode() {
            return (int) first;
        }
    }

    /** A row, and the load that had it last. */
    private static final class Known {
        private final PanelRow row;
        private int load;

        private Known(PanelRow row) {
            this.row = row;
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
        rows.values().removeIf(known -> known.load < load);
        load++;
        rowTag = null;
        if (!markup.equals(beginning)) {
            rows.clear();
            shapes.clear();
            tries = 0;
            beginning = markup;
            reader = reader(markup);
        }
    }

    /** Knows no row, so that the parser reads them all. */
    static KnownRows none() {
        KnownRows none = new KnownRows();
        none.hopeless = true;
        return none;
    }

    private static PanelRowReader reader(String markup) {
        Elements rows = Jsoup.parse(markup).select("#" + PanelMarkup.TABLE_ID + " tr");
        if (rows.size() != 1 || !PanelReader.isHeader(rows.get(0))) {
            return null;
        }
        PanelHeader header = new PanelHeader(rows.get(0));
        return header.problem().isEmpty() ? new PanelRowReader(header) : null;
    }

    /**
     * Reads a row, if it is known.
     *
     * @param row its markup, from its first tag to its last
     * @return null if it needs the parser
     */
    PanelRow read(String row) {
        if (reader == null || hopeless) {
            return null;
        }
        if (rowTag == null) {
            rowTag = row.substring(0, row.indexOf('>') + 1);
        }
        if (!row.startsWith(rowTag)) {
            // Another header, maybe: from here on nothing is known of this page.
            reader = null;
            beginning = "";
            return null;
        }
        Key key = key(row);
        Known known = rows.get(key);
        if (known == null) {
            PanelRow shaped = shaped(row);
            if (shaped == null) {
                return null;
            }
            known = new Known(shaped);
            rows.put(key, known);
        }
        known.load = load;
        return known.row;
    }

    private PanelRow shaped(String row) {
        for (RowShape shape : shapes) {
            PanelRow read = shape.read(row, reader);
            if (read != null) {
                return read;
            }
        }
        if (tries == MOST_SHAPES) {
            return null;
        }
        tries++;
        RowShape shape = RowShape.of(row, reader);
        if (shape == null) {
            return null;
        }
        shapes.add(shape);
        return shape.read(row, reader);
    }

    private Key key(String row) {
        return new Key(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
