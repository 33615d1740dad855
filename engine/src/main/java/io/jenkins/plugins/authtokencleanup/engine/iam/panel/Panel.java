package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.PageFields;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HtmlNesting;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ScriptText;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeReader;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.DayMonthOrder;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.DayMonthOrderDetector;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The AuthTokens table of a page (contract, section 5). A table that is not whole, or that a parser may read otherwise
 * than the server meant it, is refused: a row that is missing or moved could cost a token that it protects.
 */
public final class Panel {
    static final String ATTEMPT = "Read the AuthTokens page";
    private static final String TABLE_ID = "apitokenstbl";
    /** What is inside these elements is not parsed as rows. */
    private static final Set<String> SWALLOWS = Set.of(
            "script",
            "style",
            "title",
            "textarea",
            "xmp",
            "iframe",
            "noembed",
            "noframes",
            "plaintext",
            "select",
            "template");
    /** Those of them that a parser leaves in the table. */
    private static final Set<String> STAYS = Set.of("script", "style");

    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot");

    private final PanelHeader header;
    private final List<PanelRow> rows = new ArrayList<>();
    private final CsrfPair csrf;
    private final Redactor redactor;

    private Panel(List<Element> page, Element table, Redactor redactor) throws CleanupException {
        List<Element> lines = lines(table);
        Element headerLine = lines.stream()
                .filter(line -> line.id().equals("headerrow"))
                .findFirst()
                .orElse(lines.isEmpty() || !isHeader(lines.get(0)) ? null : lines.get(0));
        header = headerLine == null ? null : new PanelHeader(headerLine);
        csrf = csrf(page, table);
        this.redactor = redactor;
        boolean begun = false;
        PanelRowReader reader = new PanelRowReader(header);
        for (Element line : lines) {
            if (line == headerLine) {
                begun = true;
            } else if (isToken(line)) {
                if (header != null && !begun) {
                    throw unknown("its table has rows before any header");
                }
                if (header != null) {
                    rows.add(reader.read(line));
                }
            }
        }
        check(page, table, lines, redactor);
        if (marksAreRowNumbers()) {
            rows.replaceAll(PanelRow::withoutMark);
        }
    }

    /**
     * Reads a page.
     *
     * @param text the whole page
     * @param redactor cleans what a message quotes
     * @return the panel, empty if the page has no such table
     * @throws CleanupException if it has one that is not whole, or not as we know it
     */
    static Optional<Panel> of(String text, Redactor redactor) throws CleanupException {
        if (HtmlNesting.isTooDeep(text)) {
            throw unknown("its tables are nested too deeply");
        }
        // A parser closes by itself what a cut page leaves open. Where this marker comes out shows what was open.
        String marker = "m" + UUID.randomUUID();
        List<Element> page = Jsoup.parse(text + "<i id=\"" + marker + "\"></i>").getAllElements();
        List<Element> tables = page.stream().filter(Panel::isTable).toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Element end = page.get(page.size() - 1);
        if (!end.id().equals(marker) || !end.nameIs("i") || end.closest("table") != null) {
            throw unknown("it is cut off in its table, after "
                    + lines(tables.get(0)).stream().filter(Panel::isToken).count() + " rows");
        }
        if (tables.size() > 1) {
            throw unknown("it has several token tables");
        }
        return Optional.of(new Panel(page, tables.get(0), redactor));
    }

    private static boolean isTable(Element element) {
        return element.nameIs("table") && element.id().equals(TABLE_ID);
    }

    /** The table's own rows, without those of nested tables. */
    private static List<Element> lines(Element table) {
        return table.children().stream()
                .flatMap(part -> SECTIONS.contains(part.normalName()) ? part.children().stream() : Stream.of(part))
                .filter(part -> part.nameIs("tr"))
                .toList();
    }

    private static boolean isHeader(Element line) {
        return line.selectFirst("> th") != null;
    }

    private static boolean isToken(Element line) {
        return !line.id().equals("headerrow") && (line.id().equals("trow") || line.selectFirst("[" + PanelRowReader.HANDLE + "]") != null);
    }

    /** A row with several texts. What says that there are no tokens is a single text. */
    private static boolean mayBeToken(Element line) {
        return line.select("> td").stream().filter(Element::hasText).count() > 1;
    }

    /** The pair that the page shows outside of the table: cells are filled by others. */
    private static CsrfPair csrf(List<Element> page, Element table) {
        Optional<CsrfPair> field = page.stream()
                .filter(input -> input.nameIs("input") && !input.parents().contains(table))
                .flatMap(input -> PageFields.csrfField(input).stream())
                .reduce((first, second) -> second);
        Optional<CsrfPair> global = page.stream()
                .filter(script -> script.nameIs("script"))
                .flatMap(script -> ScriptText.global(script.data(), "csrfParam").flatMap(CsrfPair::ofParam).stream())
                .reduce((first, second) -> second);
        return global.or(() -> field).orElse(null);
    }

    private void check(List<Element> page, Element table, List<Element> lines, Redactor redactor)
            throws CleanupException {
        boolean swallowsInTable = table.getAllElements().stream()
                .anyMatch(element -> SWALLOWS.contains(element.normalName()));
        if (swallowsInTable || page.stream().anyMatch(Panel::swallowsRows)) {
            throw unknown("elements in its table may hide rows");
        }
        if (header == null) {
            throw unknown(
                    lines.stream().anyMatch(Panel::isToken)
                            ? "its table has rows before any header"
                            : "its table has no header");
        }
        if (!header.problem().isEmpty()) {
            throw unknown(redactor.excerpt(header.problem()));
        }
        long boxes = page.stream().filter(Panel::namesToken).count();
        long inRows = lines.stream()
                .flatMap(line -> line.getElementsByAttribute(PanelRowReader.HANDLE).stream())
                .filter(Panel::namesToken)
                .count();
        if (boxes > inRows) {
            // A damaged table may end early for a parser: its later rows would be missing, and with them what they keep.
            throw unknown((boxes - inRows) + " of its tokens stand outside of its table");
        }
        if (rows.isEmpty() && page.stream().anyMatch(Panel::checksAll)) {
            throw unknown("it offers to select all tokens, but shows none");
        }
        if (rows.isEmpty() && lines.stream().anyMatch(Panel::mayBeToken)) {
            throw unknown("its rows have no form that we know");
        }
        if (!rows.isEmpty() && rows.stream().allMatch(row -> row.handle() == null)) {
            throw unknown("none of its " + rows.size() + " rows has a handle by which its token could be removed");
        }
    }

    /** Row numbers in place of tokens move to other tokens when rows go. */
    private boolean marksAreRowNumbers() {
        for (int i = 1; i < rows.size(); i++) {
            String before = rows.get(i - 1).mark();
            String now = rows.get(i).mark();
            if (!digits(now).equals(digits(before).add(BigInteger.ONE))
                    || !now.replaceAll("[0-9]", "").equals(before.replaceAll("[0-9]", ""))) {
                return false;
            }
        }
        return rows.size() > 1;
    }

    private static BigInteger digits(String text) {
        return new BigInteger("0" + text.replaceAll("[^0-9]", ""));
    }

    /** A parser moves these out of the table, with the rows that they swallowed. */
    private static boolean swallowsRows(Element element) {
        return SWALLOWS.contains(element.normalName())
                && !STAYS.contains(element.normalName())
                && element.html().contains(PanelRowReader.HANDLE);
    }

    private static boolean namesToken(Element box) {
        return !box.attr(PanelRowReader.HANDLE).isBlank();
    }

    private static boolean checksAll(Element box) {
        return box.id().equals("apitoken_check_all");
    }

    private static CleanupException unknown(String observed) {
        return new CleanupException(Problem.UNKNOWN_PAGE, ATTEMPT, observed);
    }

    int size() {
        return rows.size();
    }

    /** The header's texts, cleaned. */
    List<String> columns() {
        return header.words().stream().map(redactor::excerpt).toList();
    }

    boolean oneDescription() {
        return header.oneDescription();
    }

    Optional<CsrfPair> csrf() {
        return Optional.ofNullable(csrf);
    }

    /** Collects the evidence of the rows for the order of day and month. */
    void addTo(DayMonthOrderDetector evidence) {
        rows.stream()
                .map(PanelRow::lastAccessed)
                .filter(cell -> cell != null)
                .forEach(evidence::add);
    }

    /**
     * The tokens.
     *
     * @param times reads their times
     * @param order how dates of numbers only are written
     * @return in the page's order
     */
    List<AuthToken> tokens(AccessTimeReader times, DayMonthOrder order) {
        return rows.stream().map(row -> row.token(times, order)).toList();
    }
}
