package io.jenkins.plugins.authtokencleanup.engine.server;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Duration;
import java.util.List;

/** A server that we are signed in to, as the run sees it. There is no way to remove tokens that are not named. */
public interface AuthTokenSession {

    /**
     * Loads the AuthTokens page. A failure is not retried here, other than by waiting when the server asks for it.
     *
     * @param atMost how long one load may take, headers and body together, waits aside
     * @return all that the page shows
     * @throws CleanupException if the page can't be had whole, or is not as we know it
     * @throws InterruptedException if the thread is interrupted
     */
    TokenListing list(Duration atMost) throws CleanupException, InterruptedException;

    /**
     * The same, but in any case over in that time: it does not wait when the server asks for it.
     *
     * @param atMost how long it may take
     * @return all that the page shows
     * @throws CleanupException if the page can't be had at once and whole, or is not as we know it
     * @throws InterruptedException if the thread is interrupted
     */
    TokenListing listOnce(Duration atMost) throws CleanupException, InterruptedException;

    /**
     * Asks the server, once, to remove tokens. What really went is seen only by listing again. If the thread is
     * interrupted once the request may have been sent, this returns with the thread's flag set.
     *
     * @param batch the tokens by the handles of the latest listing, not empty, each with a handle
     * @return what the server answered
     * @throws InterruptedException if the thread is interrupted before the request is sent
     */
    RemovalReply remove(List<AuthToken> batch) throws InterruptedException;

    /** The leading ones of some tokens that one removal request can name: at least the first. */
    default List<AuthToken> nameableAtOnce(List<AuthToken> tokens) {
        return tokens;
    }

    /** How many tokens one request names if the user says nothing else, at least 1. */
    int defaultBatch();
}
