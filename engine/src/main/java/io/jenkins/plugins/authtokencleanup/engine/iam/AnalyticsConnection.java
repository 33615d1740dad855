package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.iam.json.JsonAccountsPage;
import io.jenkins.plugins.authtokencleanup.engine.iam.panel.ClassicPanel;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.Credentials;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.SignInFlow;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.SignOut;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import java.net.http.HttpClient;
import java.time.Clock;

/** A connection to a Zoho Analytics On-Premise or ManageEngine Analytics Plus server, for one run. */
public final class AnalyticsConnection implements ServerConnection {
    private final ConnectionSettings settings;
    private final Credentials credentials;
    private final HttpClient.Builder client;
    private final Clock clock;
    private final Sleeper sleeper;
    private IamSession session;
    private SignInFlow flow;
    private WebPage shell;

    /**
     * A connection, not yet open.
     *
     * @param settings where and who
     * @param password the account's password, not empty
     * @param client brings proxy and proxy authentication; redirects, cookies, TLS and HTTP version are set here
     * @param clock this machine's clock
     * @param sleeper waits when the server asks to slow down
     */
    public AnalyticsConnection(
            ConnectionSettings settings, String password, HttpClient.Builder client, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.clock = clock;
        this.credentials = new Credentials(settings.account(), password);
        this.client = client;
        this.sleeper = sleeper;
    }

    /**
     * The same with the system's clock and real waits.
     *
     * @param settings where and who
     * @param password the account's password, not empty
     * @param client brings proxy and proxy authentication
     */
    public AnalyticsConnection(ConnectionSettings settings, String password, HttpClient.Builder client) {
        this(settings, password, client, Clock.systemUTC(), Sleeper.REAL);
    }

    @Override
    public ConnectionSettings settings() {
        return settings;
    }

    @Override
    public AuthTokenSession open(CleanupListener listener) throws CleanupException, InterruptedException {
        findLoginPage(listener);
        listener.step("Signing in as " + settings.account());
        signIn();
        return page();
    }

    /** The first step of {@link #open}: finds the server's login page. */
    SignInFlow findLoginPage(CleanupListener listener) throws CleanupException, InterruptedException {
        if (session != null) {
            throw new IllegalStateException("A connection is opened once: there is one sign-in a run");
        }
        listener.step("Connecting to " + settings.address());
        session = new IamSession(settings, client, sleeper, listener);
        flow = new SignInFlow(session, credentials);
        flow.findLoginPage();
        return flow;
    }

    /** The second step: signs in. */
    void signIn() throws CleanupException, InterruptedException {
        shell = flow.signIn();
    }

    /** The last step: chooses the AuthTokens page that the server has. */
    AuthTokenSession page() throws CleanupException {
        if (shell.isJsonShell()) {
            return new JsonAccountsPage(session, shell, settings.zone());
        }
        return new ClassicPanel(session, settings.address().at(SignInFlow.SHELL), settings.zone(), clock);
    }

    /** Cleans what a message quotes. Only while the connection is open. */
    Redactor redactor() {
        return session.redactor();
    }

    @Override
    public boolean close() {
        if (flow == null || !flow.mayBeSignedIn()) {
            return false;
        }
        new SignOut(session, flow.login()).send(shell);
        flow = null;
        return true;
    }
}
