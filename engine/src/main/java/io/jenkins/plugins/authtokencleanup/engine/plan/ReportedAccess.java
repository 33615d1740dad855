package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * That an earlier report said of a token that it is unused.
 *
 * @param lastAccessed the token's last access as that report had it, null if it was never used
 * @param reportedAt the server's clock of that report
 */
record ReportedAccess(Instant lastAccessed, Instant reportedAt) implements Serializable {

    /**
     * Whether a token of today is the one that was seen then, and unused since. Relative text moves with the clock, but
     * by no more than its span; a report has whole seconds. In doubt it is another one.
     *
     * @param token a token that looks like the one that was seen
     * @return true only if nothing speaks against it
     */
    boolean stillHoldsFor(AuthToken token) {
        LastAccess now = token.lastAccess();
        if (lastAccessed == null || now.latest() == null) {
            return lastAccessed == null
                    && now instanceof LastAccess.Never
                    && token.created() != null
                    && token.created().isBefore(reportedAt);
        }
        Duration span = Duration.between(now.earliest(), now.latest()).plusSeconds(1);
        return now.isBefore(reportedAt)
                && Duration.between(lastAccessed, now.latest()).abs().compareTo(span) <= 0;
    }
}
