package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.OfferedCertificate;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.TrustedCertificates;
import io.jenkins.plugins.authtokencleanup.engine.server.Backoff;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/** Loads pages of one origin with the cookies of one session, as a browser would. */
public final class IamSession {
    private static final int REDIRECTS = 8;

    private final ConnectionSettings settings;
    private final Sleeper sleeper;
    private final CleanupListener listener;
    private final Redactor redactor = new Redactor();
    private final Cookies cookies = new Cookies(redactor);
    private final CsrfTokens csrf = new CsrfTokens(cookies, redactor);
    private final HttpTransport transport;

    /**
     * A session without any cookie.
     *
     * @param settings where the server is and what is trusted
     * @param client brings proxy and proxy authentication; everything else is set here
     * @param sleeper waits when the server asks to slow down
     * @param listener hears of such waits
     */
    public IamSession(
            ConnectionSettings settings, HttpClient.Builder client, Sleeper sleeper, CleanupListener listener) {
        this.settings = settings;
        this.sleeper = sleeper;
        this.listener = listener;
        OfferedCertificate offered =
                TrustedCertificates.of(settings.trustedCertificates()).decider();
        transport = new HttpTransport(
                client.version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .cookieHandler(cookies)
                        .sslContext(TrustedCertificates.context(offered))
                        .connectTimeout(settings.timeout())
                        .build(),
                offered);
    }

    public ServerAddress address() {
        return settings.address();
    }

    public Duration timeout() {
        return settings.timeout();
    }

    public Redactor redactor() {
        return redactor;
    }

    public CsrfTokens csrf() {
        return csrf;
    }

    /** A fresh series of waits for one request. */
    public Backoff backoff() {
        return new Backoff(sleeper, listener);
    }

    /** Sends a request once. Redirects are not followed. */
    public ServerResponse send(String attempt, HttpRequest request, Limits limits)
            throws CleanupException, InterruptedException {
        return transport.send(attempt, request, limits);
    }

    /** Sends, once, what may be sent only once a run: being throttled is an error. */
    public ServerResponse sendOnce(String attempt, HttpRequest request) throws CleanupException, InterruptedException {
        ServerResponse response = send(attempt, request, Limits.change(timeout()));
        if (response.throttles()) {
            throw new CleanupException(
                    Problem.THROTTLED, attempt, "the server asked to slow down, and this is tried once a run only");
        }
        return response;
    }

    /** Loads a page; waits when asked to slow down, as long as {@code backoff} allows. Redirects are not followed. */
    public ServerResponse get(String attempt, URI uri, Limits limits, Backoff backoff)
            throws CleanupException, InterruptedException {
        return get(attempt, HttpTransport.request(uri).GET().build(), limits, backoff);
    }

    /** The same for any request that only reads. */
    public ServerResponse get(String attempt, HttpRequest request, Limits limits, Backoff backoff)
            throws CleanupException, InterruptedException {
        while (true) {
            ServerResponse response = send(attempt, request, limits);
            if (!response.throttles()) {
                return response;
            }
            backoff.await(response.retryAfter(), attempt);
        }
    }

    /** Loads a page; follows redirects, by status and by script, on this origin. */
    public WebPage load(String attempt, URI uri) throws CleanupException, InterruptedException {
        return load(attempt, uri, backoff());
    }

    /** The same; waits when asked to slow down, as long as {@code backoff} allows. */
    public WebPage load(String attempt, URI uri, Backoff backoff) throws CleanupException, InterruptedException {
        URI next = uri;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            backoff.reset();
            ServerResponse response = get(attempt, next, Limits.page(timeout()), backoff);
            Optional<String> redirect = redirect(response);
            if (redirect.isEmpty()) {
                return response.page();
            }
            next = address().resolve(response.uri(), redirect.get(), attempt);
        }
        throw new CleanupException(Problem.UNKNOWN_REPLY, attempt, "the server redirects without end");
    }

    /** Takes the CSRF pair of a page: ready to use, or as the names of parameter and cookie. */
    private void seeCsrf(WebPage page) {
        Optional<CsrfPair> pair = page.csrf();
        pair.ifPresent(csrf::see);
        Optional<String> parameter = page.global("csrfParam");
        if (pair.isEmpty() && parameter.isPresent() && parameter.get().matches("[\\w.-]+")) {
            csrf.see(parameter.get(), page.global("csrfCookieName").orElse("iamcsr"));
        }
    }

    /**
     * A request that carries the CSRF value as a header, as the JSON pages want it (contract, sections 8 and 9).
     *
     * @param uri an address of this origin
     * @return a request without a method yet
     */
    public HttpRequest.Builder withCsrfHeader(URI uri) {
        HttpRequest.Builder request = HttpTransport.request(uri);
        CsrfPair pair = csrf.pair();
        return pair == null ? request : request.header("X-ZCSRF-TOKEN", pair.name() + "=" + pair.value());
    }

    private Optional<String> redirect(ServerResponse response) {
        if (response.redirects()) {
            return Optional.of(response.header("Location"));
        }
        WebPage page = response.page();
        seeCsrf(page);
        boolean stays =
                !page.isMarkup() || page.isShell() || page.passwordField().isPresent();
        return stays ? Optional.empty() : page.redirect();
    }
}
