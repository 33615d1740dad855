package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * How a row is built: its markup without the texts. Of all rows that are built alike the parser makes the same elements;
 * so it parses one, and of the others only the texts are put into those elements.
 *
 * <p>Only the plainest markup has a shape: known elements, quoted attributes, no comments. Whatever else a row holds is
 * left to the parser.
 */
final class RowShape {
    /** Elements whose inside is read like any other. */
    private static final String ELEMENT =
            "tr|td|table|tbody|a|span|div|br|img|input|b|i|small|strong|em|label|ul|li|p";

    private static final Pattern TAG = Pattern.compile(
            "</?(?:" + ELEMENT + ")((?:\\s+[a-z][a-z0-9-]{0,40}(?:=(?:\"[^\"<>\0]{0,9000}\"|'[^'<>\0]{0,9000}'))?){0,20}+)\\s*/?>");
    /** Attributes that differ from row to row. */
    private static final Pattern SLOT = Pattern.compile("\\s(?:title|data-enctoken)=(?:\"([^\"]*)\"|'([^']*)')");

    private static final int LONGEST = 20_000;
    private static final char BEGIN = '\ue000';
    private static final char END = '\ue001';

    /** The markup between the slots: before the first, between the first and the second, and so on. */
    private final List<char[]> fixed = new ArrayList<>();

    private final List<Slot> slots = new ArrayList<>();
    private Element row;
    /** Those of the row that was read last, null once one of their slots has another value. */
    private List<String> scopes;

    private RowShape(String markup) {
        int at = 0;
        int from = 0;
        Matcher tags = TAG.matcher(markup);
        while (at < markup.length()) {
            if (markup.charAt(at) != '<') {
                int end = markup.indexOf('<', at);
                if (!markup.substring(at, end).isBlank()) {
                    add(markup.substring(from, at), '<');
                    from = end;
                }
                at = end;
                continue;
            }
            if (!tags.region(at, markup.length()).lookingAt()) {
                throw new IllegalArgumentException("not plain");
            }
            Matcher slot = SLOT.matcher(markup).region(at, tags.end());
            while (slot.find()) {
                int group = slot.group(1) == null ? 2 : 1;
                add(markup.substring(from, slot.start(group)), markup.charAt(slot.end(group)));
                from = slot.end(group);
            }
            at = tags.end();
        }
        fixed.add(markup.substring(from).toCharArray());
    }

    private void add(String before, char last) {
        fixed.add(before.toCharArray());
        slots.add(new Slot(last));
    }

    /**
     * The shape of a row.
     *
     * @param markup the row's markup, from its first tag to its last
     * @param reader reads rows
     * @return null if it has none, and so needs the parser
     */
    static RowShape of(String markup, PanelRowReader reader) {
        if (markup.length() > LONGEST
                || markup.contains(PanelMarkup.TABLE_ID)
                || markup.chars().anyMatch(c -> c == BEGIN || c == END || c == 0)) {
            return null;
        }
        RowShape shape;
        try {
            shape = new RowShape(markup);
        } catch (IllegalArgumentException e) {
            return null;
        }
        Element parsed = parsed(markup);
        if (parsed == null || parsed.id().equals("headerrow") || !PanelReader.isToken(parsed)) {
            return null;
        }
        PanelRow read = shape.build(reader) ? shape.read(markup.toCharArray(), 0, markup.length(), reader) : null;
        return read != null && reader.read(parsed).content().equals(read.content()) ? shape : null;
    }

    /** The row as the parser builds it, null if it does not stand alone. */
    private static Element parsed(String markup) {
        Document page = Jsoup.parse("<table id=" + PanelMarkup.TABLE_ID + "><tbody>" + markup + "</tbody></table>");
        Element table = page.body().childNodeSize() == 1 ? page.body().firstElementChild() : null;
        Element body = table == null || table.childNodeSize() != 1 ? null : table.firstElementChild();
        return body == null || body.childNodeSize() != 1 ? null : body.firstElementChild();
    }

    /** Has the parser build the elements with a name in each slot, and finds the names there. */
    private boolean build(PanelRowReader reader) {
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < slots.size(); i++) {
            named.append(fixed.get(i)).append(name(i));
        }
        row = parsed(named.append(fixed.get(slots.size())).toString());
        if (row == null) {
            return false;
        }
        Element place = reader.scopes(row);
        row.nodeStream().forEach(node -> find(node, place));
        return slots.stream().noneMatch(slot -> slot.place == null);
    }

    private static String name(int slot) {
        return "" + BEGIN + slot + END;
    }

    private void find(Node node, Element scopes) {
        for (int i = 0; i < slots.size(); i++) {
            String name = name(i);
            Slot slot = slots.get(i);
            if (node instanceof TextNode && ((TextNode) node).getWholeText().equals(name)) {
                slot.goesTo(((TextNode) node)::text, isIn(scopes, node));
            } else if (node instanceof Element) {
                for (String attribute : List.of("title", PanelRowReader.HANDLE)) {
                    if (node.attr(attribute).equals(name)) {
                        slot.goesTo(value -> node.attr(attribute, value), isIn(scopes, node));
                    }
                }
            }
        }
    }

    private static boolean isIn(Element whole, Node part) {
        Node node = part;
        while (node != null && node != whole) {
            node = node.parent();
        }
        return node != null;
    }

    /**
     * Where a row of this shape ends.
     *
     * @param page characters of the page
     * @param from where the row begins
     * @param to where they end
     * @return negative if it is of another shape, or not whole
     */
    int end(char[] page, int from, int to) {
        int at = from;
        for (int i = 0; i <= slots.size(); i++) {
            char[] part = fixed.get(i);
            if (to - at < part.length || Arrays.mismatch(page, at, at + part.length, part, 0, part.length) >= 0) {
                return -1;
            }
            at += part.length;
            if (i < slots.size()) {
                at = slots.get(i).end(page, at, to);
                if (at < 0) {
                    return -1;
                }
            }
        }
        return at;
    }

    /**
     * Reads a row of this shape.
     *
     * @param page characters of the page
     * @param from where the row begins
     * @param to where it ends
     * @param reader reads rows
     * @return null if it is of another shape
     */
    PanelRow read(char[] page, int from, int to, PanelRowReader reader) {
        if (end(page, from, to) != to) {
            return null;
        }
        for (Slot slot : slots) {
            if (slot.stands(page)) {
                continue;
            }
            if (slot.inScopes) {
                scopes = null;
            }
            if (!slot.put(page)) {
                return null;
            }
        }
        PanelRow read = reader.read(row, scopes);
        scopes = read.content().scopes();
        return read;
    }

    /** A slot of the markup, where it is in the elements, and where in the row that was looked at last. */
    private static final class Slot {
        /** What its value ends with; a text ends with the next tag. */
        private final char last;

        /** Puts its value to where it goes in the elements. */
        private Consumer<String> place;
        private boolean inScopes;
        private char[] standing;
        private int begin;
        private int end;

        private Slot(char last) {
            this.last = last;
        }

        private void goesTo(Consumer<String> there, boolean ofScopes) {
            place = there;
            inScopes = ofScopes;
        }

        /** Where a value ends that begins here, negative if none can. */
        private int end(char[] page, int from, int to) {
            boolean text = last == '<';
            boolean blank = true;
            int at = from;
            while (at < to && page[at] != last) {
                char c = page[at++];
                if (c == '<' || c == 0 || c == '>' && !text) {
                    return -1;
                }
                blank = blank && Character.isWhitespace(c);
            }
            begin = from;
            end = at;
            // Blanks between tags make other elements than a text does.
            return at == to || text && blank ? -1 : at;
        }

        /** Whether the value is the one of the row before, and so stands in the elements already. */
        private boolean stands(char[] page) {
            return standing != null && Arrays.equals(page, begin, end, standing, 0, standing.length);
        }

        private boolean put(char[] page) {
            String value = new String(page, begin, end - begin);
            // By far the most frequent entity on these pages.
            String plain = value.replace("&nbsp;", "\u00a0");
            value = plain.indexOf('&') < 0 ? plain : Parser.unescapeEntities(value, last != '<');
            if (value.indexOf(0) >= 0) {
                // Written as an entity; the parser drops it.
                return false;
            }
            place.accept(value);
            standing = Arrays.copyOfRange(page, begin, end);
            return true;
        }
    }
}
