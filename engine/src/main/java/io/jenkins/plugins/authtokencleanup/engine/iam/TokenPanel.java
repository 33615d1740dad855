package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.Patience;
import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ReauthenticationRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.SessionLostException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownPanelException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownReplyException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Loads the token panel (section 5), and tells what came if it is none. */
final class TokenPanel {
    private static final String PATH = "/iam/ui/settings/api-tokens.jsp";

    private final Browser browser;
    private final WrittenZones zones;
    /** Kept from load to load: once the rows that tell the order are removed, the others are still read by it. */
    private final DateOrderEvidence evidence = new DateOrderEvidence();

    TokenPanel(Browser browser, ZoneId zone) {
        this.browser = browser;
        this.zones = new WrittenZones(zone);
    }

    TokenListing load(Duration atMost, Patience backoff) throws CleanupException, InterruptedException {
        ServerResponse response = response(atMost, backoff);
        return listing(panel(response), response.date());
    }

    ServerResponse response(Duration atMost, Patience backoff) throws CleanupException, InterruptedException {
        ServerResponse response = browser.get(Panel.TRIED, browser.address().at(PATH), Limits.page(atMost), backoff);
        if (response.redirects()) {
            browser.address().resolve(response.uri(), response.header("Location"), Panel.TRIED);
            throw new SessionLostException(Panel.TRIED, "the server redirects to another page");
        }
        return response;
    }

    Panel panel(ServerResponse response) throws CleanupException {
        WebPage page = response.page();
        if (page.status() != 200 || page.isJson()) {
            throw page.isJson()
                    ? of(Panel.TRIED, JsonError.of(page.text()), page, browser.secrets())
                    : foreign(page);
        }
        Panel panel = Panel.of(page.text(), browser.secrets()).orElseThrow(() -> foreign(page));
        if (response.date() == null) {
            throw new UnknownPanelException(
                    Panel.TRIED, "the server does not tell its time (no Date header), so no age can be told");
        }
        panel.csrf().ifPresent(browser.csrf()::see);
        panel.addTo(evidence);
        return panel;
    }

    TokenListing listing(Panel panel, Instant serverTime) {
        return panel.listing(new AccessTimeReader(zones, serverTime), evidence.order(), serverTime);
    }

    private CleanupException foreign(WebPage page) {
        String said = browser.secrets().excerpt(page.visibleText());
        if (page.status() == 200 && page.isMarkup()) {
            boolean login = page.passwordField().isPresent() || page.redirect().isPresent();
            return login
                    ? new SessionLostException(Panel.TRIED, "the server shows its login page instead")
                    : new UnknownPanelException(
                            Panel.TRIED,
                            said.isEmpty() ? "it has no token table" : "it has no token table. It says: " + said);
        }
        return page.status() == 200
                ? new UnknownPanelException(Panel.TRIED, said.isEmpty() ? "it is empty" : "it is no page at all, but: " + said)
                : new UnknownReplyException(Panel.TRIED, page.described(browser.secrets()));
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
