package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.AuthTokenServer;
import io.jenkins.plugins.authtokencleanup.engine.Patience;
import io.jenkins.plugins.authtokencleanup.engine.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import java.time.Duration;
import java.util.List;

/** A server that we are signed in to. */
final class AnalyticsSession implements AuthTokenServer {
    private final Browser browser;
    private final TokenPanel panel;
    private final RemovalRequest removal;

    AnalyticsSession(Browser browser, TokenPanel panel) {
        this.browser = browser;
        this.panel = panel;
        this.removal = new RemovalRequest(browser);
    }

    @Override
    public TokenListing list(Duration atMost) throws CleanupException, InterruptedException {
        return panel.load(atMost, browser.patience());
    }

    @Override
    public TokenListing glance(Duration atMost) throws CleanupException, InterruptedException {
        return panel.load(atMost, Patience.none());
    }

    @Override
    public RemovalReply remove(List<AuthToken> batch) throws InterruptedException {
        if (!browser.csrf().fresh()) {
            try {
                browser.load("Read a fresh CSRF value", browser.address().at(SignInWalk.SHELL));
            } catch (CleanupException e) {
                return new RemovalReply.Unclear(e);
            }
        }
        return removal.send(batch);
    }
}
