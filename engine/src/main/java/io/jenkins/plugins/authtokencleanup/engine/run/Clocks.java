package io.jenkins.plugins.authtokencleanup.engine.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Two clocks, each of which may be wrong. Whatever is decided by time is decided by the one that keeps more tokens.
 *
 * @param server the server's clock when it listed the tokens
 * @param local this machine's clock at the same time
 */
record Clocks(Instant server, Instant local) {
    /** Decides what is unused, and when a grace period has ended. */
    Instant earlier() {
        return server.isBefore(local) ? server : local;
    }

    /** Decides what is in the future. */
    Instant later() {
        return server.isBefore(local) ? local : server;
    }

    /** The server's clock less this machine's. */
    Duration skew() {
        return Duration.between(local, server);
    }
}
