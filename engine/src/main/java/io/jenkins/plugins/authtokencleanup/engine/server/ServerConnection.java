package io.jenkins.plugins.authtokencleanup.engine.server;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;

/** A connection to a server, for one account and one run. */
public interface ServerConnection {
    /** Where and who. */
    ConnectionSettings settings();

    /** Signs in, once. The listener hears of each step. */
    AuthTokenSession open(CleanupListener listener) throws CleanupException, InterruptedException;

    /**
     * Signs out if it may have signed in. Quick, throws nothing, and works on an interrupted thread, whose flag it
     * leaves set.
     *
     * @return whether it had to sign out
     */
    boolean close();
}
