package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * Watches the panel's markup while it is parsed. A parser closes by itself what a cut page leaves open; this reader
 * knows whether the end of the token table was really there.
 */
final class PanelMarkup extends FilterReader {
    static final String TABLE_ID = "apitokenstbl";
    /** What is in these is no markup. One that is left open swallows rows, so the table does not end for us then. */
    private static final List<String> RAW = List.of(
            "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext");

    private static final int HEAD = 64 << 10;
    private static final int TAG = 2_048;
    /** The most characters between the ends of two rows. */
    private static final int LONGEST_ROW = 1 << 20;

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder tag = new StringBuilder();
    private boolean inTag;
    private char quote;
    private String raw = "";
    private int depth;
    private boolean begun;
    private boolean complete;
    private int sinceRow;

    PanelMarkup(Reader reader) {
        super(reader);
    }

    /** The first 64 K characters. */
    String head() {
        return head.toString();
    }

    /** Whether the token table began. */
    boolean begun() {
        return begun;
    }

    /** Whether it ended, too. */
    boolean complete() {
        return complete;
    }

    /** A row was read: what comes now is another one. */
    void rowRead() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            sinceRow += read;
            if (sinceRow > LONGEST_ROW) {
                throw new DeadlineBody.TooLong("a single row of the page is longer than " + LONGEST_ROW + " characters");
            }
            if (head.length() < HEAD) {
                head.append(into, offset, Math.min(read, HEAD - head.length()));
            }
            for (int i = offset; i < offset + read; i++) {
                watch(into[i]);
            }
        }
        return read;
    }

    private void watch(char c) {
        if (!inTag) {
            if (c == '<') {
                inTag = true;
                tag.setLength(0);
            }
            return;
        }
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '>' && !(tag.indexOf("!--") == 0 && !endsComment())) {
            inTag = false;
            end();
            return;
        } else if (c == '<' && tag.indexOf("!--") != 0) {
            tag.setLength(0);
            return;
        } else if ((c == '"' || c == '\'') && tag.indexOf("!--") != 0 && raw.isEmpty() && tag.indexOf("=") > 0) {
            quote = c;
        }
        if (tag.length() < TAG) {
            tag.append(c);
        } else {
            // Keeps the last two characters, which tell the end of a comment.
            tag.setCharAt(TAG - 2, tag.charAt(TAG - 1));
            tag.setCharAt(TAG - 1, c);
        }
    }

    private boolean endsComment() {
        return tag.length() >= 5 && tag.charAt(tag.length() - 1) == '-' && tag.charAt(tag.length() - 2) == '-';
    }

    private void end() {
        if (tag.length() == 0 || "TtSsXxIiNnPp/".indexOf(tag.charAt(0)) < 0) {
            return;
        }
        if (!raw.isEmpty()) {
            raw = is("/" + raw) ? "" : raw;
            return;
        }
        raw = beginOfRaw();
        if (is("table")) {
            boolean ours = tag.indexOf(TABLE_ID) > 0;
            begun |= ours;
            depth += depth > 0 || ours ? 1 : 0;
        } else if (is("/table") && depth > 0) {
            complete |= --depth == 0;
        }
    }

    private String beginOfRaw() {
        for (String name : RAW) {
            if (is(name)) {
                return name;
            }
        }
        return "";
    }

    private boolean is(String name) {
        if (tag.length() < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(tag.charAt(i)) != name.charAt(i)) {
                return false;
            }
        }
        return tag.length() == name.length() || !Character.isLetterOrDigit(tag.charAt(name.length()));
    }
}
