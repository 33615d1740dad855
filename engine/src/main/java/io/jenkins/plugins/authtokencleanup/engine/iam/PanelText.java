package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The panel's text on its way to the parser. Rows that are known without it are taken out: in their place the parser gets
 * one row with a mark that no page can know, so that a known row counts only where a row can be.
 */
final class PanelText extends Reader {
    private static final int HEAD = 64 << 10;
    private static final int CHUNK = 1 << 15;
    /** Most rows are shorter: for their end the next characters are waited for. */
    private static final int USUAL_ROW = 4_096;

    private static final int LONGEST_GROUP = 1_000;
    /** The most characters between the ends of two rows. */
    private static final int LONGEST_ROW = 1 << 20;

    private final Reader page;
    private final PanelMarkup markup = new PanelMarkup();
    private final KnownRows known;
    private final StringBuilder head = new StringBuilder();
    /** The table's markup up to the end of its first row, null once that is over. */
    private StringBuilder beginning = new StringBuilder();

    /** What was read, and is not sorted yet: it ends within a tag or a row. */
    private char[] chunk = new char[CHUNK];

    private int length;
    private final StringBuilder row = new StringBuilder();
    private boolean inTable;
    private boolean inRow;
    private final StringBuilder ready = new StringBuilder();
    private int taken;
    private List<PanelRow> group = new ArrayList<>();
    private final Deque<List<PanelRow>> groups = new ArrayDeque<>();
    private int sinceRow;
    private boolean ended;

    PanelText(Reader page, KnownRows known) {
        this.page = page;
        this.known = known;
    }

    PanelMarkup markup() {
        return markup;
    }

    /** The first 64 K characters. */
    String head() {
        return head.toString();
    }

    /** The known rows in the place of the next marked row. */
    List<PanelRow> nextGroup() {
        return groups.remove();
    }

    /** Whether every known row was asked for. */
    boolean allTaken() {
        return groups.isEmpty();
    }

    @Override
    public int read(char[] into, int offset, int most) throws IOException {
        while (taken == ready.length() && !ended) {
            ready.setLength(0);
            taken = 0;
            fill();
        }
        int count = Math.min(most, ready.length() - taken);
        if (count == 0) {
            return most == 0 ? 0 : -1;
        }
        ready.getChars(taken, taken + count, into, offset);
        taken += count;
        return count;
    }

    private void fill() throws IOException {
        if (length == chunk.length) {
            chunk = Arrays.copyOf(chunk, length * 2);
        }
        int count = page.read(chunk, length, chunk.length - length);
        ended = count < 0;
        if (!ended) {
            sinceRow += count;
            if (sinceRow > LONGEST_ROW) {
                throw new DeadlineBody.TooLong(
                        "a single row of the page is longer than " + LONGEST_ROW + " characters");
            }
            if (head.length() < HEAD) {
                head.append(chunk, length, Math.min(count, HEAD - head.length()));
            }
            length += count;
        }
        int sorted = sort();
        length -= sorted;
        System.arraycopy(chunk, sorted, chunk, 0, length);
        if (ended) {
            flush();
            ready.append(row).append(chunk, 0, length);
        }
    }

    /** Sorts what was read, up to a tag or a row that has not ended, and tells how far it came. */
    private int sort() {
        int from = 0;
        int at = 0;
        while (at < length) {
            int tag = at;
            while (tag < length && chunk[tag] != '<') {
                tag++;
            }
            boolean begun = markup.begun();
            int end = tag == length ? -1 : markup.tag(chunk, tag, length);
            if (end < 0) {
                put(from, tag);
                return tag;
            }
            at = end;
            if (markup.rowBegins()) {
                put(from, tag);
                from = tag;
                if (inRow) {
                    // It has no end of its own.
                    known.distrust();
                    passOn();
                }
                boolean knowable = beginning == null && markup.plain() && known.hasShapes();
                end = knowable ? known.end(chunk, tag, length) : -1;
                if (knowable && end < 0 && length - tag < USUAL_ROW && !ended) {
                    return tag;
                }
                if (end >= 0 && take(known.read(chunk, tag, end))) {
                    sinceRow = 0;
                    at = end;
                    from = end;
                } else {
                    inRow = true;
                }
            } else if (begun != markup.begun()) {
                put(from, tag);
                from = tag;
                inTable = true;
            } else if (inRow && (markup.rowEnds() || markup.complete())) {
                put(from, at);
                from = at;
                settle();
            }
        }
        put(from, at);
        return at;
    }

    private void put(int from, int to) {
        if (inRow) {
            row.append(chunk, from, to - from);
        } else if (group.isEmpty() || !blank(from, to)) {
            flush();
            ready.append(chunk, from, to - from);
            if (beginning != null && inTable) {
                beginning.append(chunk, from, to - from);
            }
        }
    }

    private boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chunk[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    private void settle() {
        if (!markup.rowEnds()) {
            known.distrust();
            passOn();
            return;
        }
        sinceRow = 0;
        boolean taken = markup.plain() && take(known(row.toString()));
        beginning = null;
        if (!taken) {
            passOn();
            return;
        }
        inRow = false;
        row.setLength(0);
    }

    private boolean take(PanelRow read) {
        if (read == null) {
            return false;
        }
        group.add(read);
        if (group.size() == LONGEST_GROUP) {
            flush();
        }
        return true;
    }

    private PanelRow known(String text) {
        if (beginning == null) {
            return known.read(text.toCharArray(), 0, text.length());
        }
        known.begin(beginning.append(text).toString());
        return null;
    }

    private void passOn() {
        if (inRow) {
            flush();
            ready.append(row);
            if (beginning != null) {
                beginning.append(row);
            }
            row.setLength(0);
            inRow = false;
        }
    }

    private void flush() {
        if (!group.isEmpty()) {
            groups.add(group);
            group = new ArrayList<>();
            ready.append("<tr ").append(known.mark()).append("></tr>");
        }
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
