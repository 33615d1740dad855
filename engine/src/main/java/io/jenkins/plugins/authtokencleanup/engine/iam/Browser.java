package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.Patience;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ThrottledOutException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownReplyException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** Loads pages of one origin, with the cookies of one session, as a browser would. */
final class Browser {
    private static final int REDIRECTS = 8;

    private final ConnectionSettings settings;
    private final CleanupListener listener;
    private final Secrets secrets = new Secrets();
    private final Cookies cookies = new Cookies(secrets);
    private final CsrfSource csrf = new CsrfSource(cookies, secrets);
    private final HttpTransport transport;

    Browser(ConnectionSettings settings, CleanupListener listener) {
        this.settings = settings;
        this.listener = listener;
        secrets.add(settings.credentials().password());
        OfferedCertificate offered = settings.trust().decider();
        transport = new HttpTransport(
                settings.client()
                        .get()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .cookieHandler(cookies)
                        .sslContext(TrustedCertificates.context(offered))
                        .connectTimeout(settings.timeout())
                        .build(),
                offered);
    }

    ServerAddress address() {
        return settings.address();
    }

    Secrets secrets() {
        return secrets;
    }

    CsrfSource csrf() {
        return csrf;
    }

    /** Sends a request once. Redirects are not followed. */
    ServerResponse send(String attempt, HttpRequest request, Limits limits)
            throws CleanupException, InterruptedException {
        return transport.send(attempt, request, limits);
    }

    /** Sends, once, what may be sent only once a run: being throttled is an error. */
    ServerResponse sendOnce(String attempt, HttpRequest request, Limits limits)
            throws CleanupException, InterruptedException {
        ServerResponse response = send(attempt, request, limits);
        if (response.throttles()) {
            throw new ThrottledOutException(attempt, "the server asked to slow down, and this is tried once a run only");
        }
        return response;
    }

    /** Loads a page; waits when asked to slow down, as long as {@code backoff} allows. Redirects are not followed. */
    ServerResponse get(String attempt, URI uri, Limits limits, Patience backoff)
            throws CleanupException, InterruptedException {
        while (true) {
            ServerResponse response = send(attempt, HttpTransport.request(uri).GET().build(), limits);
            if (!response.throttles()) {
                return response;
            }
            backoff.exercise(response.retryAfter(), attempt);
        }
    }

    /** Loads a page; follows redirects, by status and by script, on this origin. */
    WebPage load(String attempt, URI uri) throws CleanupException, InterruptedException {
        URI next = uri;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            ServerResponse response = get(attempt, next, Limits.page(settings.timeout()), patience());
            Optional<String> redirect = redirect(response);
            if (redirect.isEmpty()) {
                return response.page();
            }
            next = settings.address().resolve(response.uri(), redirect.get(), attempt);
        }
        throw new UnknownReplyException(attempt, "the server redirects without end");
    }

    private Optional<String> redirect(ServerResponse response) {
        if (response.redirects()) {
            return Optional.of(response.header("Location"));
        }
        WebPage page = response.page();
        page.csrf().ifPresent(csrf::see);
        boolean stays = !page.isMarkup() || page.isShell() || page.passwordField().isPresent();
        return stays ? Optional.empty() : page.redirect();
    }

    Patience patience() {
        return new Patience(settings.pauses(), listener);
    }

    Duration timeout() {
        return settings.timeout();
    }
}
