package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;

/** What one earlier report said of all tokens that look the same: which of them are unused, and which are not. */
final class UnusedNotice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Instant reportedAt;
    private final ArrayList<ReportedAccess> unused = new ArrayList<>();
    private final ArrayList<ReportedAccess> others = new ArrayList<>();

    /**
     * An announcement of no token yet.
     *
     * @param reportedAt the server's clock of that report
     */
    UnusedNotice(Instant reportedAt) {
        this.reportedAt = reportedAt;
    }

    void add(TokenReport token) {
        if (token.outcome() != TokenOutcome.REMOVED) {
            boolean announced = token.reason() == Reason.UNUSED || token.reason() == Reason.IN_GRACE;
            (announced ? unused : others).add(new ReportedAccess(token.lastAccessed(), reportedAt));
        }
    }

    Instant reportedAt() {
        return reportedAt;
    }

    boolean isEmpty() {
        return unused.isEmpty();
    }

    /**
     * Whether it announced a token of today, which is unused since. If that token can be one that was not announced, it
     * did not.
     *
     * @param token a token that looks like those of this announcement
     * @return true only if nothing speaks against it
     */
    boolean isOf(AuthToken token) {
        return unused.stream().anyMatch(sighting -> sighting.stillHoldsFor(token))
                && others.stream().noneMatch(sighting -> sighting.stillHoldsFor(token));
    }
}
