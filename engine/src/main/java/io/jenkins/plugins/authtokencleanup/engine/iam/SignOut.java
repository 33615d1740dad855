package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.nodes.Element;

/** Signs out (section 2), quickly, and without a word if it fails: the session ends by itself some time. */
final class SignOut {
    private static final Duration QUICK = Duration.ofMillis(1_500);
    private static final String USUAL_SERVICE = "ZohoReports";

    private final Browser browser;
    private final LoginPage login;

    SignOut(Browser browser, LoginPage login) {
        this.browser = browser;
        this.login = login;
    }

    /**
     * Signs out, on an interrupted thread too.
     *
     * @param shell the account page, null if it was never seen
     */
    void send(WebPage shell) {
        boolean interrupted = Thread.interrupted();
        HttpRequest request = HttpExchange.request(address(shell)).GET().build();
        try {
            browser.send("Sign out", request, Limits.page(QUICK)).close();
        } catch (CleanupException e) {
            // The run's result does not depend on it.
            return;
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private URI address(WebPage shell) {
        Element link = shell == null ? null : shell.document().selectFirst("a[href*=/logout], a[href*=/signout]");
        if (link != null) {
            try {
                return browser.address().resolve(shell.uri(), link.attr("href"), "Sign out");
            } catch (CleanupException e) {
                // A link that leads elsewhere is not ours to follow.
                return usual();
            }
        }
        return usual();
    }

    private URI usual() {
        String service = login == null ? "" : login.companions().getOrDefault("servicename", "");
        return browser.address()
                .at("/iam/logout?servicename="
                        + URLEncoder.encode(service.isEmpty() ? USUAL_SERVICE : service, StandardCharsets.UTF_8));
    }
}
