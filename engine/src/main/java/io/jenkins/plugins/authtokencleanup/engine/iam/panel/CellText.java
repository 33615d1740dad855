package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The text of a panel's cells. */
final class CellText {
    private static final int LONGEST = 2_000;
    private static final List<String> SHOWN = List.of("title", "value", "alt", "aria-label");

    private CellText() {}

    /** Visible text, white space and no-break spaces folded, cut at a length that no honest text reaches. */
    static String of(Element cell) {
        return cell == null ? "" : folded(cell.text());
    }

    /** The whole text of a cell that may show a shortened one, and have the whole one as its title. */
    static String whole(Element cell) {
        String shown = of(cell);
        String start = shown.endsWith("…")
                ? shown.substring(0, shown.length() - 1)
                : shown.endsWith("...") ? shown.substring(0, shown.length() - 3) : null;
        if (start != null) {
            String title = title(cell);
            if (title.startsWith(start.strip())) {
                return title;
            }
        }
        return shown;
    }

    /** Every text of a cell that a person can see, in full: its own, and those that its elements have as attributes. */
    static List<String> all(Element cell) {
        Stream<String> attributes = cell.getAllElements().stream()
                .filter(element -> element.attributesSize() > 0)
                .flatMap(element -> SHOWN.stream().map(element::attr));
        return Stream.concat(Stream.of(cell.text()), attributes)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The title of a cell, or else of the first thing in it that has one; empty for none. */
    static String title(Element cell) {
        if (cell == null) {
            return "";
        }
        String own = folded(cell.attr("title"));
        if (!own.isEmpty() || cell.childrenSize() == 0) {
            return own;
        }
        Element inner = cell.getElementsByAttribute("title").first();
        return inner == null ? "" : folded(inner.attr("title"));
    }

    /** All titles of a cell and of what is in it, each once. Several are no time: which one is meant is not known. */
    static String titles(Element cell) {
        if (cell == null) {
            return "";
        }
        return cell.getElementsByAttribute("title").eachAttr("title").stream()
                .map(CellText::folded)
                .filter(title -> !title.isEmpty())
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static String folded(String text) {
        String plain = text.indexOf('\u00a0') < 0 && text.indexOf('\u202f') < 0
                ? text
                : text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.strip();
    }
}
