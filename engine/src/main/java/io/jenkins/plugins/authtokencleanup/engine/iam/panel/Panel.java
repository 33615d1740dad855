package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HtmlNesting;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.PageFields;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ScriptText;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeReader;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.DayMonthOrder;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.DayMonthOrderDetector;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private final PanelHeader header;
    private final List<PanelRow> rows;
    private final CsrfPair csrf;
    private final Redactor redactor;

    private Panel(List<Element> page, Element table, Redactor redactor) throws CleanupException {
        this.redactor = redactor;
        checkThatAllIsShown(page, table);
        List<PanelLine> lines = PanelLine.of(table);
        PanelLine headerLine = lines.stream()
                .filter(PanelLine::isHeader)
                .findFirst()
                .or(() -> lines.stream()
                        .limit(1)
                        .filter(PanelLine::hasHeaderCells)
                        .findFirst())
                .orElse(null);
        if (lines.stream().takeWhile(line -> line != headerLine).anyMatch(PanelLine::isToken)) {
            throw unknown("its table has rows before any header");
        }
        if (headerLine == null) {
            throw unknown("its table has no header");
        }
        header = new PanelHeader(headerLine.row());
        if (!header.problem().isEmpty()) {
            throw unknown(redactor.excerpt(header.problem()));
        }
        rows = lines.stream()
                .filter(line -> line != headerLine && line.isToken())
                .map(new PanelRowReader(header)::read)
                .toList();
        checkRows(rows, page, lines);
        csrf = csrf(page, table);
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
                    + PanelLine.of(tables.get(0)).stream()
                            .filter(PanelLine::isToken)
                            .count() + " rows");
        }
        if (tables.size() > 1) {
            throw unknown("it has several token tables");
        }
        return Optional.of(new Panel(page, tables.get(0), redactor));
    }

    private static boolean isTable(Element element) {
        return element.nameIs("table") && element.id().equals(TABLE_ID);
    }

    /** The pair that the page shows outside of the table: cells are filled by others. */
    private static CsrfPair csrf(List<Element> page, Element table) {
        Optional<CsrfPair> field = page.stream()
                .filter(input ->
                        input.nameIs("input") && PageFields.csrfField(input).isPresent())
                .filter(input -> !input.parents().contains(table))
                .reduce((first, second) -> second)
                .flatMap(PageFields::csrfField);
        Optional<CsrfPair> global = page.stream()
                .filter(script -> script.nameIs("script"))
                .flatMap(script -> ScriptText.global(script.data(), "csrfParam").flatMap(CsrfPair::ofParam).stream())
                .reduce((first, second) -> second);
        return global.or(() -> field).orElse(null);
    }

    private static void checkThatAllIsShown(List<Element> page, Element table) throws CleanupException {
        boolean mayHide = page.stream()
                .filter(element -> SWALLOWS.contains(element.normalName()))
                .anyMatch(element -> element.parents().contains(table) || swallowsRows(element));
        if (mayHide) {
            throw unknown("elements in its table may hide rows");
        }
    }

    private static void checkRows(List<PanelRow> rows, List<Element> page, List<PanelLine> lines)
            throws CleanupException {
        long named = page.stream().filter(PanelLine::namesToken).count();
        long namedInRows = lines.stream()
                .flatMap(line -> line.boxes().stream())
                .filter(PanelLine::namesToken)
                .count();
        if (named > namedInRows) {
            // A damaged table may end early for a parser: its later rows would be missing, and with them what they
            // keep.
            throw unknown((named - namedInRows) + " of its tokens stand outside of its table");
        }
        if (rows.isEmpty() && page.stream().anyMatch(Panel::checksAll)) {
            throw unknown("it offers to select all tokens, but shows none");
        }
        if (rows.isEmpty() && lines.stream().anyMatch(PanelLine::mayBeToken)) {
            throw unknown("its rows have no form that we know");
        }
        if (!rows.isEmpty() && rows.stream().allMatch(row -> row.handle() == null)) {
            throw unknown("none of its " + rows.size() + " rows has a handle by which its token could be removed");
        }
    }

    private static BigInteger digits(String text) {
        return new BigInteger("0" + text.replaceAll("[^0-9]", ""));
    }

    /** A parser moves these out of the table, with the rows that they swallowed. */
    private static boolean swallowsRows(Element element) {
        return !STAYS.contains(element.normalName()) && element.html().contains(PanelLine.HANDLE);
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

    /** Whether the page shows row numbers in place of tokens. They move to other tokens when rows go. */
    boolean marksAreRowNumbers() {
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

    /** Collects the evidence of the rows for the order of day and month. */
    void addTo(DayMonthOrderDetector evidence) {
        rows.stream().map(PanelRow::lastAccessed).filter(cell -> cell != null).forEach(evidence::add);
    }

    /**
     * The tokens.
     *
     * @param times reads their times
     * @param order how dates of numbers only are written
     * @param marked whether what the page shows in place of a token is the token's own
     * @return in the page's order
     */
    List<AuthToken> tokens(AccessTimeReader times, DayMonthOrder order, boolean marked) {
        return rows.stream()
                .map(row -> marked ? row : row.withoutMark())
                .map(row -> row.token(times, order))
                .toList();
    }
}
