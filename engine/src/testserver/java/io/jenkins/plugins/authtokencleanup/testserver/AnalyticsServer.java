package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.ServerDate;
import io.jenkins.plugins.authtokencleanup.testserver.http.SocketServer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A server that behaves, on the wire and in a browser, as the wire contract describes the accounts pages of Zoho
 * Analytics On-Premise. It keeps state, listens on 127.0.0.1 only and goes wrong on demand.
 */
public final class AnalyticsServer implements AutoCloseable {
    private final ServerSettings settings;
    private final Site site;
    private final RequestLog log = new RequestLog();
    private final FaultPlan faults = new FaultPlan();
    private final RequestPlan<Runnable> hooks = new RequestPlan<>();
    private final LateEffects lateEffects = new LateEffects();
    private final ServerCertificate certificate = new ServerCertificate();
    private final SocketServer sockets;

    AnalyticsServer(ServerSettings settings) {
        this.settings = settings;
        this.site = new Site(settings);
        this.sockets = new SocketServer(
                settings.port,
                settings.https ? certificate.context() : null,
                new ServerDate(settings.dateHeader ? settings.clock : null),
                new SiteHandler(site, new Routes(settings), log, faults, hooks, lateEffects, new Echoes(settings)));
    }

    /** Settings to start a server with. */
    public static ServerSettings configure() {
        return new ServerSettings();
    }

    /** The server's clock. */
    public Clock clock() {
        return settings.clock;
    }

    /** The server's address with the prefix, without a slash at the end: {@code http://127.0.0.1:12345/prefix}. */
    public String url() {
        return url("127.0.0.1");
    }

    /** The same with another name for this machine, for example {@code localhost}. */
    public String url(String host) {
        return (settings.https ? "https://" : "http://") + host + ":" + sockets.port() + settings.prefix;
    }

    /** The server's certificate as PEM text, also when it speaks plain HTTP. */
    public String certificatePem() {
        return certificate.pem();
    }

    /** The tokens now on the server, in page order: a snapshot. */
    public List<TestToken> tokens() {
        return locked(() -> site.tokens().list());
    }

    /** The ids of the tokens now on the server, in page order: a snapshot. */
    public List<String> tokenIds() {
        return tokens().stream().map(TestToken::id).toList();
    }

    /** Somebody else makes a token; it comes last on the page. */
    public void addToken(TestToken token) {
        locked(() -> {
            site.tokens().add(token);
            return null;
        });
    }

    /** Somebody else removes a token; false if no token has this id. */
    public boolean removeToken(String id) {
        return locked(() -> site.tokens().remove(id));
    }

    /** Somebody uses a token: its last access is the server's now. False if no token has this id. */
    public boolean use(String id) {
        return locked(() -> site.use(id));
    }

    /** All requests so far: a snapshot, in the order they came in. */
    public List<LoggedRequest> log() {
        return log.snapshot();
    }

    /** The requests of one kind so far. */
    public List<LoggedRequest> log(RequestKind kind) {
        return log().stream().filter(request -> request.kind() == kind).toList();
    }

    /** How many sign-ins succeeded. */
    public int signIns() {
        return locked(() -> site.sessions().opened());
    }

    /** How often a password was sent, right or wrong. */
    public int signInAttempts() {
        return locked(() -> site.desk().attempts());
    }

    /** How many sessions were signed out of by their owner. */
    public int signOuts() {
        return locked(() -> site.sessions().signedOut());
    }

    /** How many sessions are signed in now. */
    public int openSessions() {
        return locked(() -> site.sessions().openNow());
    }

    /** Ends all sessions, as an administrator or a restart would. */
    public void endSessions() {
        locked(() -> {
            site.sessions().endAll();
            return null;
        });
    }

    /** How many connections were accepted so far. */
    public int connections() {
        return sockets.connections();
    }

    /**
     * Every session cookie's value, CSRF value, handle and clear token there ever was, and the password: for tests
     * that look for them in output. With many tokens and many loads of the panel this is a large set; it holds a
     * handle for every token and every load, shown or not.
     */
    public Set<String> secrets() {
        return locked(site::everySecret);
    }

    /** Where faults are planned, before or during a test. */
    public FaultPlan faults() {
        return faults;
    }

    /** Changes the JSON page while the server runs: its user's date pattern for example. */
    public AnalyticsServer changeJsonPage(Consumer<JsonPageSettings> change) {
        return locked(() -> {
            change.accept(settings.jsonPage);
            return this;
        });
    }

    /** From now on faults that act late wait for {@link #releaseLateEffects()}. */
    public void holdLateEffects() {
        lateEffects.hold();
    }

    /** Lets the requests that were held take effect, in the order in which their clients gave up; holds no more. */
    public void releaseLateEffects() {
        lateEffects.release();
    }

    /** Waits until this number of requests met a fault that acts late, and were given up. */
    public void awaitGivenUp(int requests) {
        lateEffects.awaitGivenUp(requests);
    }

    /** Runs something after the request of this number (from 0) came in and before it takes effect. */
    public AnalyticsServer before(int requestIndex, Runnable action) {
        hooks.at(requestIndex, action);
        return this;
    }

    /** Runs something after the n-th request of a kind (from 0) came in and before it takes effect. */
    public AnalyticsServer beforeKind(RequestKind kind, int occurrence, Runnable action) {
        hooks.on(kind, occurrence, action);
        return this;
    }

    /** Stops listening and ends every connection, hung ones included. */
    @Override
    public void close() {
        sockets.close();
    }

    private <T> T locked(Supplier<T> question) {
        synchronized (site) {
            return question.get();
        }
    }
}
