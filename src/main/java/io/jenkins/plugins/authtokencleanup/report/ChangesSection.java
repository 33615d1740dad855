package io.jenkins.plugins.authtokencleanup.report;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.ReportChanges;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What changed since an earlier report, for the report page and the log. Reads both reports on demand. */
public record ChangesSection(ReportAction earlier, List<Kind> kinds) {
    /** How many names to show of each kind. */
    static final int NAMES = 20;

    private static final Logger LOGGER = Logger.getLogger(ChangesSection.class.getName());

    /**
     * Tokens of one kind.
     *
     * @param names the first names, cleared of control and direction characters
     */
    public record Kind(String label, int count, List<String> names) {
        private static Kind of(String label, List<TokenReport> tokens) {
            List<String> names = tokens.stream()
                    .limit(NAMES)
                    .map(token -> SafeText.of(token.description()))
                    .map(name -> name.isBlank() ? Messages.noDescription() : name)
                    .toList();
            return new Kind(label, tokens.size(), names);
        }

        /** How many have no name here. */
        public int getMore() {
            return count - names.size();
        }

        private String line() {
            String more = getMore() == 0 ? "" : " and " + getMore() + " more";
            return count + " " + label + (count == 0 ? "" : " (" + String.join(", ", names) + more + ")");
        }
    }

    /** The changes since the previous report; null if no two listings can be read and compared. */
    public static ChangesSection of(ReportAction action, CleanupReport report) {
        return new PriorReports(action.getRun(), report.server(), report.account())
                .before(action)
                .map(earlier -> since(earlier, report))
                .orElse(null);
    }

    /** The same since a given report; null also if the two identify tokens in different ways. */
    public static ChangesSection since(ReportAction earlier, CleanupReport report) {
        if (earlier.getListedAt() == null || report.serverTime() == null) {
            return null;
        }
        try {
            CleanupReport before = earlier.report();
            return before.comparableWith(report)
                    ? new ChangesSection(earlier, kinds(ReportChanges.between(before, report)))
                    : null;
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "A report of " + earlier.getRun() + " can't be read", e);
            return null;
        }
    }

    private static List<Kind> kinds(ReportChanges changes) {
        return List.of(
                Kind.of(Messages.changesNew(), changes.added()),
                Kind.of(Messages.changesGone(), changes.gone()),
                Kind.of(Messages.changesWoken(), changes.woken()));
    }

    /** Whether anything changed. */
    public boolean isAny() {
        return kinds.stream().anyMatch(kind -> kind.count() > 0);
    }

    /** All changes in one line, for the log. */
    public String line() {
        return String.join("; ", kinds.stream().map(Kind::line).toList());
    }
}
