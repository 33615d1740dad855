package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;

/** What one report says of all tokens with the same look: which were reported as unused, and which were kept. */
final class UnusedNotice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Instant reportedAt;
    private final ArrayList<ReportedAccess> unused = new ArrayList<>();
    private final ArrayList<ReportedAccess> kept = new ArrayList<>();

    /**
     * A notice of no token yet.
     *
     * @param reportedAt the later clock of the report
     */
    UnusedNotice(Instant reportedAt) {
        this.reportedAt = reportedAt;
    }

    void add(TokenReport token, boolean reportedUnused) {
        (reportedUnused ? unused : kept).add(ReportedAccess.of(token, reportedAt));
    }

    Instant reportedAt() {
        return reportedAt;
    }

    boolean isEmpty() {
        return unused.isEmpty();
    }

    /**
     * Whether a row is a token that was reported as unused, and not used since. A row that can be a token that was kept
     * is not.
     *
     * @param row a row with this look
     * @return true only if nothing speaks against it
     */
    boolean covers(AuthToken row) {
        return unused.stream().anyMatch(access -> access.stillHoldsFor(row))
                && kept.stream().noneMatch(access -> access.canBe(row));
    }
}
