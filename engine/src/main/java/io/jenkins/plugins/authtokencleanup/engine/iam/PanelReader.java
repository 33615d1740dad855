package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownPanelException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Reads the token panel (section 5) as a stream: one row at a time is in memory. */
final class PanelReader {
    static final String TRIED = "Read the AuthTokens page";
    /** The most rows that one page can have. */
    private static final int MOST_ROWS = 200_000;

    private final PanelText text;
    private final PanelMarkup markup;
    private final KnownRows known;
    private final Secrets secrets;
    private final List<PanelRow> rows = new ArrayList<>();
    private final DateOrderEvidence evidence;
    private PanelHeader header;
    private PanelRowReader rowReader;
    private CsrfPair csrf;
    private boolean selectAll;
    private int boxes;
    private int boxesInRows;

    /**
     * A reader for a page by itself.
     *
     * @param page the markup
     * @param secrets what must not be told
     * @param evidence takes in what the page tells about the order of day and month
     */
    PanelReader(Reader page, Secrets secrets, DateOrderEvidence evidence) {
        this(page, secrets, evidence, new KnownRows());
    }

    /**
     * A reader for one load of the panel.
     *
     * @param page the markup
     * @param secrets what must not be told
     * @param evidence what earlier loads told about the order of day and month; takes in what this one tells
     * @param known rows of earlier loads; takes in what this one has
     */
    PanelReader(Reader page, Secrets secrets, DateOrderEvidence evidence, KnownRows known) {
        this.text = new PanelText(page, known);
        this.markup = text.markup();
        this.known = known;
        this.secrets = secrets;
        this.evidence = evidence;
    }

    /**
     * Reads all rows.
     *
     * @throws IOException if the page can't be read to its end
     * @throws UnknownPanelException if it is not a whole panel that we know
     */
    void read() throws IOException, UnknownPanelException {
        try (StreamParser parser = new StreamParser(Parser.htmlParser())) {
            parser.parse(text, "");
            for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
                take(elements.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        check();
    }

    private void take(Element element) throws UnknownPanelException {
        switch (element.normalName()) {
            case "tr" -> takeRow(element);
            case "input" -> see(element, PageFields.csrfField(element));
            case "script" -> see(
                    element, ScriptText.global(element.data(), "csrfParam").flatMap(CsrfPair::ofParam));
            default -> selectAll |= element.id().equals("apitoken_check_all");
        }
        boxes += isBox(element) ? 1 : 0;
    }

    /** Whether this is the check box of a token. */
    private static boolean isBox(Element element) {
        return !element.attr(PanelRowReader.HANDLE).isBlank();
    }

    private void see(Element element, Optional<CsrfPair> pair) {
        if (pair.isPresent() && element.closest("table") == null) {
            csrf = pair.get();
        }
        selectAll |= element.id().equals("apitoken_check_all");
    }

    private void takeRow(Element row) throws UnknownPanelException {
        if (!inTokenTable(row)) {
            return;
        }
        if (row.hasAttr(known.mark())) {
            takeKnown();
            forget(row);
            return;
        }
        boxesInRows += (int) row.getElementsByAttribute(PanelRowReader.HANDLE).stream()
                .filter(PanelReader::isBox)
                .count();
        if (row.id().equals("headerrow") || header == null && isHeader(row)) {
            header = new PanelHeader(row);
            if (!header.problem().isEmpty()) {
                throw new UnknownPanelException(TRIED, secrets.excerpt(header.problem()));
            }
            rowReader = new PanelRowReader(header);
        } else if (isToken(row)) {
            takeToken(row);
        }
        forget(row);
    }

    private void takeToken(Element row) throws UnknownPanelException {
        if (rowReader == null) {
            throw new UnknownPanelException(TRIED, "its table has rows before any header");
        }
        add(rowReader.read(row));
    }

    private void takeKnown() throws UnknownPanelException {
        if (rowReader == null) {
            throw new UnknownPanelException(TRIED, "its table has rows before any header");
        }
        for (PanelRow token : text.nextGroup()) {
            add(token);
        }
    }

    private void add(PanelRow token) throws UnknownPanelException {
        if (rows.size() == MOST_ROWS) {
            throw new UnknownPanelException(TRIED, "it has more than " + MOST_ROWS + " rows");
        }
        AccessTimeText lastAccessed = token.content().lastAccessed();
        if (lastAccessed != null) {
            evidence.add(lastAccessed);
        }
        rows.add(token);
    }

    /** Whether a row is a header, if it is the first one. */
    static boolean isHeader(Element row) {
        return row.id().equals("headerrow") || row.selectFirst("> th") != null;
    }

    /** Whether a row that is no header shows a token. */
    static boolean isToken(Element row) {
        return row.id().equals("trow")
                || !row.getElementsByAttribute(PanelRowReader.HANDLE).isEmpty();
    }

    private static boolean inTokenTable(Element row) {
        Element parent = row.parent();
        while (parent != null && (parent.nameIs("tbody") || parent.nameIs("thead") || parent.nameIs("tfoot"))) {
            parent = parent.parent();
        }
        return parent != null && parent.id().equals(PanelMarkup.TABLE_ID);
    }

    private static void forget(Element row) {
        Node before = row.previousSibling();
        if (before instanceof TextNode) {
            before.remove();
        }
        row.remove();
    }

    private void check() throws UnknownPanelException {
        if (!markup.begun()) {
            return;
        }
        if (!markup.complete()) {
            throw new UnknownPanelException(TRIED, "it is cut off in its table, after " + rows.size() + " rows");
        }
        if (!text.allTaken()) {
            throw new UnknownPanelException(TRIED, "rows of its table stand where no rows can be");
        }
        if (header == null) {
            throw new UnknownPanelException(TRIED, "its table has no header");
        }
        if (boxes > boxesInRows) {
            // A damaged table may end early for a parser: its later rows would be missing, and with them what they keep.
            throw new UnknownPanelException(TRIED, (boxes - boxesInRows) + " of its tokens stand outside of its table");
        }
        if (rows.isEmpty() && selectAll) {
            throw new UnknownPanelException(TRIED, "it offers to select all tokens, but shows none");
        }
        if (!rows.isEmpty() && rows.stream().allMatch(row -> row.content().handle() == null)) {
            throw new UnknownPanelException(
                    TRIED, "none of its " + rows.size() + " rows has a handle by which its token could be removed");
        }
    }

    /** Whether there was a token table at all. */
    boolean found() {
        return markup.begun();
    }

    /** The beginning of the page, to tell what it is if it is no panel. */
    String head() {
        return text.head();
    }

    int rows() {
        return rows.size();
    }

    List<String> columns() {
        return header == null ? List.of() : header.words();
    }

    Optional<CsrfPair> csrf() {
        return Optional.ofNullable(csrf);
    }

    /**
     * The tokens of a page by itself.
     *
     * @param serverTime the server's clock
     * @param zone the server's zone as the user names it, null for as the page shows
     * @return the listing
     */
    TokenListing listing(Instant serverTime, ZoneId zone) {
        return listing(new WrittenZones(zone), serverTime);
    }

    /**
     * The tokens.
     *
     * @param zones the zones that the server's times can be of
     * @param serverTime the server's clock
     * @return the listing
     */
    TokenListing listing(WrittenZones zones, Instant serverTime) {
        AccessTimeReader times = new AccessTimeReader(zones, serverTime);
        DateOrder order = evidence.order();
        List<AuthToken> tokens = new ArrayList<>(rows.size());
        rows.forEach(row -> tokens.add(row.token(times, order)));
        return new TokenListing(tokens, serverTime);
    }
}
