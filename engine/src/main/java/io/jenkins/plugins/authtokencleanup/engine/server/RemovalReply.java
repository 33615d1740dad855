package io.jenkins.plugins.authtokencleanup.engine.server;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import java.time.Duration;

/** What a server answers to a request to remove tokens. None of them proves anything: the next listing does. */
public sealed interface RemovalReply {

    /** The server says that it removed them. */
    record Accepted() implements RemovalReply {}

    /** The server says that a handle is not valid. What happened to the other ones is not known. */
    record InvalidHandle() implements RemovalReply {}

    /**
     * The server wants us to slow down.
     *
     * @param pause how long it says, null where it does not
     */
    record Throttled(Duration pause) implements RemovalReply {}

    /** No clear answer: time-out, reset, an unknown text. The tokens may be gone or not. */
    record Unclear(CleanupException problem) implements RemovalReply {}

    /** The server refuses for good: writing denied, password wanted again, session lost. */
    record Denied(CleanupException problem) implements RemovalReply {}
}
