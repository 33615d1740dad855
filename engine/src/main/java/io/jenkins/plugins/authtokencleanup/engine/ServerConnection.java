package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;

/** The way to a server and an account. */
public interface ServerConnection {

    /**
     * The server's address, without anything secret.
     *
     * @return never null
     */
    String server();

    /**
     * The account's name.
     *
     * @return never null
     */
    String account();

    /**
     * Signs in, once.
     *
     * @param listener is told of each step
     * @return the server, signed in
     * @throws CleanupException if that fails, in any way
     * @throws InterruptedException if the thread is interrupted
     */
    AuthTokenServer open(CleanupListener listener) throws CleanupException, InterruptedException;

    /**
     * Signs out if it may have signed in. It is quick, throws nothing, and works on an interrupted thread too, whose
     * flag it leaves as it is.
     */
    void close();
}
