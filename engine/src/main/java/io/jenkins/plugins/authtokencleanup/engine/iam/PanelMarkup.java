package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.util.List;

/**
 * Follows the panel's markup, tag by tag. A parser closes by itself what a cut page leaves open; this knows whether the
 * end of the token table was really there, and where its rows begin and end.
 */
final class PanelMarkup {
    static final String TABLE_ID = "apitokenstbl";
    /** What is in these is no markup. One that is left open swallows rows, so the table does not end for us then. */
    private static final List<String> RAW = List.of(
            "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext");

    private static final String RAW_BEGIN = "stxinp";

    /** Makes a capital letter of ASCII a small one. */
    private static final int LOWER = 0x20;

    private String raw = "";
    private int depth;
    private boolean begun;
    private boolean complete;
    private boolean plain = true;
    private boolean rowBegins;
    private boolean rowEnds;

    /** Whether the token table began. */
    boolean begun() {
        return begun;
    }

    /** Whether it ended, too. */
    boolean complete() {
        return complete;
    }

    /**
     * Whether all tags so far are written so that every reader takes them for the same ones. In tags that are not, this
     * class looks for the end in another way than a parser does.
     */
    boolean plain() {
        return plain;
    }

    /** Whether the last tag began a row of the token table. */
    boolean rowBegins() {
        return rowBegins;
    }

    /** Whether the last tag ended a row of the token table. */
    boolean rowEnds() {
        return rowEnds;
    }

    /**
     * Takes in the next tag.
     *
     * @param page characters of the page
     * @param from where one of them is {@code <}
     * @param to where they end
     * @return where the tag has ended, negative if it goes on; then it was not taken in
     */
    int tag(char[] page, int from, int to) {
        int begin = from + 1;
        char quote = 0;
        boolean value = false;
        boolean comment = false;
        boolean strange = false;
        for (int i = begin; i < to; i++) {
            char c = page[i];
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                    if (i + 1 < to && !endsValue(page[i + 1])) {
                        strange = true;
                    }
                }
            } else if (comment) {
                if (c == '>' && i - begin >= 5 && page[i - 1] == '-' && page[i - 2] == '-') {
                    end(page, begin, i);
                    return i + 1;
                }
            } else if (c == '>') {
                if (raw.isEmpty() && (strange || !isName(page, begin, i))) {
                    plain = false;
                }
                end(page, begin, i);
                return i + 1;
            } else if (c == '<') {
                begin = i + 1;
                value = false;
                strange = true;
            } else if (c == '=') {
                value |= i > begin;
            } else if (c == '"' || c == '\'') {
                strange |= page[i - 1] != '=';
                quote = value && raw.isEmpty() ? c : 0;
            } else if (c == '-' && i == begin + 2) {
                comment = page[begin] == '!' && page[begin + 1] == '-';
                if (comment && !raw.isEmpty()) {
                    plain = false;
                }
            }
        }
        return -1;
    }

    private static boolean endsValue(char c) {
        return c == '>' || c == '/' || c <= ' ';
    }

    /** Whether what follows {@code <} makes it a tag for everybody, and not a text. */
    private static boolean isName(char[] page, int begin, int end) {
        int at = begin < end && page[begin] == '/' ? begin + 1 : begin;
        char first = at < end ? (char) (page[at] | LOWER) : 0;
        return first >= 'a' && first <= 'z' || at < end && page[at] == '!' && at == begin;
    }

    private void end(char[] page, int begin, int end) {
        rowBegins = false;
        rowEnds = false;
        if (!raw.isEmpty()) {
            raw = begin < end && page[begin] == '/' && is(raw, page, begin + 1, end) ? "" : raw;
            return;
        }
        boolean ends = begin < end && page[begin] == '/';
        int name = ends ? begin + 1 : begin;
        char first = name < end ? (char) (page[name] | LOWER) : 0;
        if (first == 't' && !is("td", page, name, end)) {
            table(ends, page, name, end);
        }
        if (!ends && RAW_BEGIN.indexOf(first) >= 0) {
            raw = rawBegins(page, begin, end);
            if (!raw.isEmpty() && depth > 0) {
                plain = false;
            }
        }
    }

    private void table(boolean ends, char[] page, int name, int end) {
        if (is("tr", page, name, end)) {
            rowBegins = depth == 1 && !ends;
            rowEnds = depth == 1 && ends;
        } else if (!is("table", page, name, end)) {
            return;
        } else if (!ends) {
            boolean ours = new String(page, name, end - name).contains(TABLE_ID);
            begun |= ours;
            depth += depth > 0 || ours ? 1 : 0;
        } else if (depth > 0) {
            complete |= --depth == 0;
        }
    }

    private static String rawBegins(char[] page, int begin, int end) {
        for (String name : RAW) {
            if (is(name, page, begin, end)) {
                return name;
            }
        }
        return "";
    }

    private static boolean is(String name, char[] page, int begin, int end) {
        int length = name.length();
        if (end - begin < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((page[begin + i] | LOWER) != name.charAt(i)) {
                return false;
            }
        }
        return end - begin == length || !Character.isLetterOrDigit(page[begin + length]);
    }
}
