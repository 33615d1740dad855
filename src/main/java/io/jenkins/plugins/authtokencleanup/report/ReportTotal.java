package io.jenkins.plugins.authtokencleanup.report;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many tokens of a report have an outcome or a reason. Its address shows just these.
 *
 * @param name the outcome's or the reason's name, for the style
 * @param label what is counted
 * @param count how many there are
 * @param address the address of the list of them
 * @param shown whether the page shows just these
 */
public record ReportTotal(String name, String label, int count, String address, boolean shown) {

    /** By outcome, what went first; the last one counts all. An outcome that the run can't have is left out. */
    static List<ReportTotal> ofOutcomes(CleanupReport report, ReportQuery query) {
        Map<TokenOutcome, Integer> counts = new EnumMap<>(TokenOutcome.class);
        report.tokens().forEach(token -> counts.merge(token.outcome(), 1, Integer::sum));
        counts.putIfAbsent(report.preview() ? TokenOutcome.WOULD_REMOVE : TokenOutcome.REMOVED, 0);
        if (!report.preview()) {
            counts.putIfAbsent(TokenOutcome.FAILED, 0);
        }
        counts.putIfAbsent(TokenOutcome.KEPT, 0);
        List<ReportTotal> totals = new ArrayList<>();
        for (TokenOutcome outcome : ReportQuery.READING_ORDER) {
            if (counts.containsKey(outcome)) {
                totals.add(of(outcome, counts.get(outcome), outcome, null, query));
            }
        }
        totals.add(of(null, report.tokens().size(), null, null, query));
        return totals;
    }

    /** The kept ones by reason, only reasons that occur. */
    static List<ReportTotal> ofKept(CleanupReport report, ReportQuery query) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        report.tokens().stream()
                .filter(token -> token.outcome() == TokenOutcome.KEPT)
                .map(TokenReport::reason)
                .forEach(reason -> counts.merge(reason, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), TokenOutcome.KEPT, entry.getKey(), query))
                .toList();
    }

    /** Of what is counted, null for everything. */
    private static ReportTotal of(Enum<?> what, int count, TokenOutcome outcome, Reason reason, ReportQuery query) {
        return new ReportTotal(
                what == null ? "LISTED" : what.name(),
                what == null ? Messages.listed() : Labels.of(what),
                count,
                query.address(outcome, reason),
                query.shows(outcome, reason));
    }
}
