package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.Patience;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ThrottledOutException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownReplyException;
import java.io.IOException;
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
    private final HttpExchange exchange;

    Browser(ConnectionSettings settings, CleanupListener listener) {
        this.settings = settings;
        this.listener = listener;
        secrets.add(settings.credentials().password());
        OfferedCertificate offered = settings.trust().decider();
        exchange = new HttpExchange(
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

    /** Sends a request as it is, once. */
    Answer send(String tried, HttpRequest request, Limits limits) throws CleanupException, InterruptedException {
        return exchange.send(tried, request, limits);
    }

    /** Tells what went wrong while an answer was read. */
    CleanupException problem(String tried, IOException cause, Limits limits) throws InterruptedException {
        return exchange.problem(tried, cause, limits.time());
    }

    /**
     * Sends a request once, and reads its answer whole. Redirects are not followed, and it is not sent again when the
     * server asks to slow down.
     */
    WebPage read(String tried, HttpRequest request, Limits limits) throws CleanupException, InterruptedException {
        try (Answer answer = send(tried, request, limits)) {
            WebPage page = page(tried, answer, limits);
            refuseThrottled(tried, answer, page);
            return page;
        }
    }

    /** For what may be sent once only. */
    void refuseThrottled(String tried, Answer answer, WebPage page) throws ThrottledOutException {
        if (throttles(answer, page)) {
            throw new ThrottledOutException(tried, "the server asked to slow down, and this is tried once a run only");
        }
    }

    private static boolean throttles(Answer answer, WebPage page) {
        return answer.throttles() || page.isJson() && JsonError.of(page.text()).throttles();
    }

    private WebPage page(String tried, Answer answer, Limits limits) throws CleanupException, InterruptedException {
        try {
            return new WebPage(answer.uri(), answer.status(), answer.text());
        } catch (IOException e) {
            throw problem(tried, e, limits);
        }
    }

    /** Loads a page; follows redirects by status and by script on this origin; waits when asked to slow down. */
    WebPage load(String tried, URI uri) throws CleanupException, InterruptedException {
        URI next = uri;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            Loaded loaded = get(tried, next);
            if (loaded.redirect().isEmpty()) {
                return loaded.page();
            }
            next = settings.address().resolve(loaded.page().uri(), loaded.redirect().get(), tried);
        }
        throw new UnknownReplyException(tried, "the server redirects without end");
    }

    private record Loaded(WebPage page, Optional<String> redirect) {}

    private Loaded get(String tried, URI uri) throws CleanupException, InterruptedException {
        Patience patience = new Patience(settings.pauses(), listener);
        Limits limits = Limits.page(settings.timeout());
        while (true) {
            try (Answer answer = send(tried, HttpExchange.request(uri).GET().build(), limits)) {
                WebPage page = page(tried, answer, limits);
                if (throttles(answer, page)) {
                    patience.exercise(answer.retryAfter(), tried);
                } else if (answer.redirects()) {
                    return new Loaded(page, Optional.of(answer.header("Location")));
                } else {
                    page.csrf().ifPresent(csrf::see);
                    boolean stays = !page.isMarkup() || page.isShell() || page.passwordField().isPresent();
                    return new Loaded(page, stays ? Optional.empty() : page.redirect());
                }
            }
        }
    }

    Patience patience() {
        return new Patience(settings.pauses(), listener);
    }

    Duration timeout() {
        return settings.timeout();
    }
}
