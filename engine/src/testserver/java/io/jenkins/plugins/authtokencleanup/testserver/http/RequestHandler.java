package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.io.IOException;

/** Answers requests; called by many threads. */
@FunctionalInterface
public interface RequestHandler {
    /** Answers one. An exception ends the connection. */
    void answer(Exchange exchange) throws IOException;
}
