package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.AuthTokenServer;
import io.jenkins.plugins.authtokencleanup.engine.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;

/** The way to an account of a Zoho Analytics On-Premise or ManageEngine Analytics Plus server. */
public final class AnalyticsConnection implements ServerConnection {
    private final ConnectionSettings settings;
    private Browser browser;
    private SignInWalk walk;
    private WebPage shell;

    private AnalyticsConnection(ConnectionSettings settings) {
        this.settings = settings;
    }

    /**
     * A connection, not yet open.
     *
     * @param settings where and who
     * @return a connection for one run
     */
    public static AnalyticsConnection to(ConnectionSettings settings) {
        return new AnalyticsConnection(settings);
    }

    @Override
    public String server() {
        return settings.address().toString();
    }

    @Override
    public String account() {
        return settings.credentials().account();
    }

    @Override
    public AuthTokenServer open(CleanupListener listener) throws CleanupException, InterruptedException {
        if (browser != null) {
            throw new IllegalStateException("A connection is opened once: there is one sign-in a run");
        }
        listener.step("Connecting to " + server());
        browser = new Browser(settings, listener);
        walk = new SignInWalk(browser, settings.credentials());
        walk.findLoginPage();
        listener.step("Signing in as " + account());
        shell = walk.signIn();
        return new AnalyticsSession(browser, new TokenPanel(browser, settings.zone()));
    }

    @Override
    public void close() {
        if (walk != null && walk.mayBeSignedIn()) {
            new SignOut(browser, walk.login()).send(shell);
            walk = null;
        }
    }
}
