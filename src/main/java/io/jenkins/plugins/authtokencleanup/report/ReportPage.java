package io.jenkins.plugins.authtokencleanup.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One page of a report's tokens. Searches, filters and sorts on the controller, so that a browser gets 100 rows of a
 * large report, and keeps nothing in memory afterwards.
 */
public final class ReportPage {
    static final int ROWS = 100;

    private final CleanupReport report;
    private final ChangesSection changes;
    private final ReportQuery query;
    private final List<TokenReport> found;
    private final int page;

    ReportPage(CleanupReport report, ChangesSection changes, ReportQuery query) {
        this.report = report;
        this.changes = changes;
        this.query = query;
        this.found = query.find(report.tokens());
        this.page = Math.max(1, Math.min(query.page(), getPages()));
    }

    /** What changed since the previous report, null without one to compare with. */
    @CheckForNull
    public ChangesSection getChanges() {
        return changes;
    }

    /** The pipeline step that removes what this preview planned; without the credentials' id if that is null. */
    public String approvalText(@CheckForNull String credentialsId) {
        return ApprovalText.of(report, credentialsId);
    }

    public List<String> getWarnings() {
        return report.warnings();
    }

    public int getDays() {
        return report.policy().olderThanDays();
    }

    /** Whether the run listed tokens. */
    public boolean isListed() {
        return report.serverTime() != null;
    }

    public ReportQuery getQuery() {
        return query;
    }

    public int getFound() {
        return found.size();
    }

    public int getPages() {
        return Math.max(1, (found.size() + ROWS - 1) / ROWS);
    }

    public int getPage() {
        return page;
    }

    /** The rows of this page. */
    public List<ReportRow> getRows() {
        int from = (page - 1) * ROWS;
        return found.subList(from, Math.min(found.size(), from + ROWS)).stream()
                .map(token -> new ReportRow(token, report.laterClock()))
                .toList();
    }

    /** The address of the list without search and filter. */
    public String getEverything() {
        return query.address(null, null);
    }

    /** The address of the previous page of this search, empty on the first page. */
    public String getPrevious() {
        return page > 1 ? query.address(page - 1) : "";
    }

    public String getNext() {
        return page < getPages() ? query.address(page + 1) : "";
    }

    public List<ReportTotal> getTotals() {
        return ReportTotal.ofOutcomes(report, query);
    }

    public List<ReportTotal> getKeptTotals() {
        return ReportTotal.ofKept(report, query);
    }

    /** The outcomes of this report, for the filter. */
    public List<TokenOutcome> getOutcomes() {
        return present(ReportQuery.READING_ORDER, TokenReport::outcome);
    }

    /** The reasons of this report, for the filter. */
    public List<Reason> getReasons() {
        return present(List.of(Reason.values()), TokenReport::reason);
    }

    private <T> List<T> present(List<T> all, Function<TokenReport, T> property) {
        Set<T> present = report.tokens().stream().map(property).collect(Collectors.toSet());
        return all.stream().filter(present::contains).toList();
    }

    /** The label of an outcome, a reason or an order. */
    public String label(Enum<?> constant) {
        return Labels.of(constant);
    }

    public List<ReportQuery.Sort> getSorts() {
        return List.of(ReportQuery.Sort.values());
    }

    /** The cut-off in UTC, empty if nothing was listed. */
    public String getCutoff() {
        return time(report.cutoff());
    }

    /** The cut-off in the zone of this Jenkins, empty if that is the same. */
    public String getCutoffHere() {
        ZoneId here = ZoneId.systemDefault();
        if (report.cutoff() == null
                || here.getRules().getOffset(report.cutoff()).equals(ZoneOffset.UTC)) {
            return "";
        }
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH)
                .withZone(here)
                .format(report.cutoff());
    }

    public String getServerTime() {
        return time(report.serverTime());
    }

    public String getStarted() {
        return time(report.startedAt());
    }

    static String time(Instant instant) {
        return instant == null ? "" : ReportTime.readable(instant);
    }
}
