package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A token's last access as a report has it.
 *
 * @param lastAccessed null if the token was never used, or its date is not known
 * @param known false if its date could not be read, or was in the future
 * @param reportedAt the later clock of the report
 */
record ReportedAccess(Instant lastAccessed, boolean known, Instant reportedAt) implements Serializable {
    static ReportedAccess of(TokenReport token, Instant reportedAt) {
        return new ReportedAccess(token.lastAccessed(), token.reason() != Reason.UNKNOWN_DATE, reportedAt);
    }

    /** Whether a row with the same look is this token, unused since. In doubt it is not. */
    boolean stillHoldsFor(AuthToken row) {
        if (!known) {
            return false;
        }
        if (row.neverUsed() || lastAccessed == null) {
            boolean neverThen = lastAccessed == null || row.created() != null && sameTime(row.created());
            return neverThen
                    && row.neverUsed()
                    && row.created() != null
                    && row.created().isBefore(reportedAt);
        }
        return row.lastAccess().isBefore(reportedAt) && sameTime(row.lastAccess());
    }

    /** Whether a row with the same look can be this token. In doubt it can, unless it was used since the report. */
    boolean canBe(AuthToken row) {
        if (!known || row.lastAccess().latest() == null && !row.neverUsed()) {
            return true;
        }
        if (row.neverUsed() || lastAccessed == null) {
            return row.neverUsed() && (lastAccessed == null || row.created() == null || sameTime(row.created()));
        }
        return sameTime(row.lastAccess());
    }

    /** Relative text moves with the clock, but by no more than its span; a report has whole seconds. */
    private boolean sameTime(LastAccess time) {
        if (time.latest() == null) {
            return false;
        }
        Duration span = Duration.between(time.earliest(), time.latest()).plusSeconds(1);
        return Duration.between(lastAccessed, time.latest()).abs().compareTo(span) <= 0;
    }
}
