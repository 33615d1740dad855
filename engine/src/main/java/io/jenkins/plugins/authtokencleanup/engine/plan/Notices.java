package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.util.HashMap;
import java.util.function.Predicate;

/** Takes the notices out of a report. */
final class Notices {
    private Notices() {}

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
                notices.computeIfAbsent(
                                TokenIdentity.look(token.id()), look -> new UnusedNotice(report.laterClock()))
                        .add(token, unused.test(token));
            }
        }
        notices.values().removeIf(UnusedNotice::isEmpty);
        return notices;
    }
}
