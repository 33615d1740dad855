package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.Patience;
import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ReauthenticationRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.ServerUnreachableException;
import io.jenkins.plugins.authtokencleanup.engine.error.SessionLostException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownPanelException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownReplyException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Loads the token panel (section 5), and tells what came if it is none. */
final class TokenPanel {
    private static final String PATH = "/iam/ui/settings/api-tokens.jsp";
    private static final int JSON_LENGTH = 16 << 10;

    private final Browser browser;
    private final WrittenZones zones;
    /** Kept from load to load: once the rows that tell the order are removed, the others are still read by it. */
    private final DateOrderEvidence evidence = new DateOrderEvidence();

    private final KnownRows known = new KnownRows();

    TokenPanel(Browser browser, ZoneId zone) {
        this.browser = browser;
        this.zones = new WrittenZones(zone);
    }

    TokenListing load(Duration atMost, Patience patience) throws CleanupException, InterruptedException {
        return loadAs(atMost, patience, (reader, time) -> reader.listing(zones, time));
    }

    /** What is made of a panel that was read. */
    interface Reading<T> {
        T of(PanelReader reader, Instant serverTime);
    }

    <T> T loadAs(Duration atMost, Patience patience, Reading<T> reading)
            throws CleanupException, InterruptedException {
        Limits limits = Limits.panel(atMost);
        while (true) {
            Duration told;
            try (Answer answer = browser.send(
                    PanelReader.TRIED,
                    HttpExchange.request(browser.address().at(PATH)).GET().build(),
                    limits)) {
                if (!answer.throttles()) {
                    T panel = read(answer, limits, reading);
                    if (panel != null) {
                        return panel;
                    }
                }
                told = answer.retryAfter();
            }
            patience.exercise(told, PanelReader.TRIED);
        }
    }

    /** Null means: slow down. */
    private <T> T read(Answer answer, Limits limits, Reading<T> reading)
            throws CleanupException, InterruptedException {
        if (answer.redirects()) {
            browser.address().resolve(answer.uri(), answer.header("Location"), PanelReader.TRIED);
            throw new SessionLostException(PanelReader.TRIED, "the server redirects to another page");
        }
        PanelReader panel = null;
        try {
            Reader text = new BufferedReader(answer.reader(), 1 << 15);
            if (answer.status() != 200 || startsWithBrace(text)) {
                return refused(answer, text);
            }
            panel = new PanelReader(text, browser.secrets(), evidence, known);
            panel.read();
        } catch (DeadlineBody.BrokenOff e) {
            int rows = panel == null ? 0 : panel.rows();
            throw new ServerUnreachableException(
                    PanelReader.TRIED, "the connection broke off after " + rows + " rows");
        } catch (DeadlineBody.TooLong e) {
            throw new UnknownPanelException(PanelReader.TRIED, e.getMessage());
        } catch (IOException e) {
            throw browser.problem(PanelReader.TRIED, e, limits);
        }
        return known(panel, answer, reading);
    }

    private <T> T known(PanelReader panel, Answer answer, Reading<T> reading) throws CleanupException {
        if (!panel.found()) {
            throw foreign(new WebPage(answer.uri(), answer.status(), panel.head()));
        }
        if (answer.date() == null) {
            throw new UnknownPanelException(
                    PanelReader.TRIED, "the server does not tell its time (no Date header), so no age can be told");
        }
        panel.csrf().ifPresent(browser.csrf()::see);
        return reading.of(panel, answer.date());
    }

    private static boolean startsWithBrace(Reader text) throws IOException {
        text.mark(256);
        int c = text.read();
        for (int i = 0; i < 200 && (c == 0xfeff || c >= 0 && Character.isWhitespace(c)); i++) {
            c = text.read();
        }
        text.reset();
        return c == '{';
    }

    private <T> T refused(Answer answer, Reader text) throws CleanupException, IOException {
        char[] start = new char[JSON_LENGTH];
        int length = 0;
        for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
            read = text.read(start, length, start.length - length);
        }
        WebPage page = new WebPage(answer.uri(), answer.status(), new String(start, 0, length));
        if (!page.isJson()) {
            throw foreign(page);
        }
        JsonError error = JsonError.of(page.text());
        if (error.throttles()) {
            return null;
        }
        throw of(PanelReader.TRIED, error, page, browser.secrets());
    }

    private CleanupException foreign(WebPage page) {
        String said = browser.secrets().excerpt(page.visibleText());
        if (page.status() == 200 && page.isMarkup()) {
            boolean login = page.passwordField().isPresent() || page.redirect().isPresent();
            return login
                    ? new SessionLostException(PanelReader.TRIED, "the server shows its login page instead")
                    : new UnknownPanelException(
                            PanelReader.TRIED,
                            said.isEmpty() ? "it has no token table" : "it has no token table. It says: " + said);
        }
        return page.status() == 200
                ? new UnknownPanelException(PanelReader.TRIED, said.isEmpty() ? "it is empty" : "it is no page at all, but: " + said)
                : new UnknownReplyException(PanelReader.TRIED, page.described(browser.secrets()));
    }

    /** The exception for a JSON error that is not about speed. */
    static CleanupException of(String tried, JsonError error, WebPage page, Secrets secrets) {
        if (error.sessionGone()) {
            return new SessionLostException(tried, "the server says that the session is gone (Z113)");
        }
        if (error.wantsPassword()) {
            return new ReauthenticationRequiredException(tried, "the server wants the password again");
        }
        return new UnknownReplyException(
                tried,
                "HTTP " + page.status() + ", a JSON reply that we don't know (code "
                        + secrets.excerpt(error.code()) + ", cause " + secrets.excerpt(error.cause()) + ")");
    }
}
