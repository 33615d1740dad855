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
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The AuthTokens table of a page (contract, section 5). A table that is not whole, or that a parser may read otherwise
 * than the server meant it, is refused: a row that is missing or moved could cost a token that it protects.
 */
public final class Panel {
    static final String ATTEMPT = "Read the AuthTokens page";
    private static final String TABLE_ID = "apitokenstbl";
    /** What is inside these elements is not parsed as rows. */
    private static final String SWALLOWS =
            "script, style, title, textarea, xmp, iframe, noembed, noframes, plaintext, select, template";
    /** Those of them that a parser moves out of the table. */
    private static final String SWALLOWS_ANYWHERE =
            "title, textarea, xmp, iframe, noembed, noframes, plaintext, select, template";

    private final PanelHeader header;
    private final List<PanelRow> rows = new ArrayList<>();
    private final CsrfPair csrf;
    private final Redactor redactor;

    private Panel(Document page, Element table, Redactor redactor) throws CleanupException {
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
        Document page = Jsoup.parse(text + "<i id=\"" + marker + "\"></i>");
        Element table = page.selectFirst("table#" + TABLE_ID);
        if (table == null) {
            return Optional.empty();
        }
        Element end = page.getElementById(marker);
        if (end == null || !end.nameIs("i") || end.closest("table") != null || end != last(page)) {
            throw unknown("it is cut off in its table, after " + lines(table).stream().filter(Panel::isToken).count()
                    + " rows");
        }
        if (page.select("table#" + TABLE_ID).size() > 1) {
            throw unknown("it has several token tables");
        }
        return Optional.of(new Panel(page, table, redactor));
    }

    private static Element last(Element element) {
        Element last = element;
        for (Element child = last.lastElementChild(); child != null; child = last.lastElementChild()) {
            last = child;
        }
        return last;
    }

    /** The table's own rows, without those of nested tables. */
    private static List<Element> lines(Element table) {
        return table.select("> tr, > tbody > tr, > thead > tr, > tfoot > tr");
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
    private static CsrfPair csrf(Document page, Element table) {
        Optional<CsrfPair> field = page.select("input[type=hidden]").stream()
                .filter(input -> !table.equals(input.closest("#" + TABLE_ID)))
                .flatMap(input -> PageFields.csrfField(input).stream())
                .reduce((first, second) -> second);
        Optional<CsrfPair> global = page.select("script").stream()
                .flatMap(script -> ScriptText.global(script.data(), "csrfParam").flatMap(CsrfPair::ofParam).stream())
                .reduce((first, second) -> second);
        return global.or(() -> field).orElse(null);
    }

    private void check(Document page, Element table, List<Element> lines, Redactor redactor) throws CleanupException {
        if (table.selectFirst(SWALLOWS) != null || swallowsRows(page)) {
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
        long boxes = boxes(page);
        long inRows = lines.stream().mapToLong(Panel::boxes).sum();
        if (boxes > inRows) {
            // A damaged table may end early for a parser: its later rows would be missing, and with them what they keep.
            throw unknown((boxes - inRows) + " of its tokens stand outside of its table");
        }
        if (rows.isEmpty() && page.getElementById("apitoken_check_all") != null) {
            throw unknown("it offers to select all tokens, but shows none");
        }
        if (rows.isEmpty() && lines.stream().anyMatch(Panel::mayBeToken)) {
            throw unknown("its rows are none of those that we know");
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

    private static boolean swallowsRows(Document page) {
        return page.select(SWALLOWS_ANYWHERE).stream()
                .anyMatch(element -> element.html().contains(PanelRowReader.HANDLE));
    }

    /** Check boxes that name a token. */
    private static long boxes(Element part) {
        return part.getElementsByAttribute(PanelRowReader.HANDLE).stream()
                .filter(box -> !box.attr(PanelRowReader.HANDLE).isBlank())
                .count();
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
