package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.function.Predicate;

/** What one report says of all tokens with the same look: which were reported as unused, and which were kept. */
final class UnusedNotice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Instant reportedAt;
    private final ArrayList<ReportedAccess> unused = new ArrayList<>();
    private final ArrayList<ReportedAccess> kept = new ArrayList<>();

    private UnusedNotice(Instant reportedAt) {
        this.reportedAt = reportedAt;
    }

    /**
     * The notices of a report, by look.
     *
     * @param report a report with a listing
     * @param unused which of its tokens count as reported unused; the others count as kept, unless they were removed
     * @return only looks with an unused token
     */
    static HashMap<String, UnusedNotice> of(CleanupReport report, Predicate<TokenReport> unused) {
        HashMap<String, UnusedNotice> notices = new HashMap<>();
        for (TokenReport token : report.tokens()) {
            if (token.outcome() != TokenOutcome.REMOVED) {
                notices.computeIfAbsent(TokenIdentity.look(token.id()), look -> new UnusedNotice(report.laterClock()))
                        .add(token, unused.test(token));
            }
        }
        notices.values().removeIf(notice -> notice.unused.isEmpty());
        return notices;
    }

    private void add(TokenReport token, boolean reportedUnused) {
        (reportedUnused ? unused : kept).add(ReportedAccess.of(token, reportedAt));
    }

    /** The later clock of the report. */
    Instant reportedAt() {
        return reportedAt;
    }

    /**
     * Whether a row with this look is a token that was reported as unused, and not used since. A row that can be a
     * token that was kept is not.
     */
    boolean covers(AuthToken row) {
        return unused.stream().anyMatch(access -> access.stillHoldsFor(row))
                && kept.stream().noneMatch(access -> access.canBe(row));
    }
}
