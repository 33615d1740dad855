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
public final class ChangesSection {
    /** How many names to show of each kind. */
    static final int NAMES = 20;

    private static final Logger LOGGER = Logger.getLogger(ChangesSection.class.getName());

    private final ReportAction earlier;
    private final ReportChanges changes;

    private ChangesSection(ReportAction earlier, ReportChanges changes) {
        this.earlier = earlier;
        this.changes = changes;
    }

    /** Tokens of one kind. */
    public static final class Kind {
        private final String label;
        private final List<TokenReport> tokens;

        private Kind(String label, List<TokenReport> tokens) {
            this.label = label;
            this.tokens = tokens;
        }

        public String getLabel() {
            return label;
        }

        public int getCount() {
            return tokens.size();
        }

        /** The first names, cleared of control and direction characters. */
        public List<String> getNames() {
            return tokens.stream()
                    .limit(NAMES)
                    .map(token -> SafeText.of(token.description()))
                    .map(name -> name.isBlank() ? Messages.noDescription() : name)
                    .toList();
        }

        public int getMore() {
            return Math.max(0, tokens.size() - NAMES);
        }

        private String line() {
            String more = getMore() == 0 ? "" : " and " + getMore() + " more";
            return getCount() + " " + label
                    + (getCount() == 0 ? "" : " (" + String.join(", ", getNames()) + more + ")");
        }
    }

    /**
     * The changes since the previous report.
     *
     * @param action the report's action
     * @param report the report
     * @return null if this run listed nothing, or no earlier report with a listing can be read
     */
    public static ChangesSection of(ReportAction action, CleanupReport report) {
        return new PriorReports(action.getRun(), report.server(), report.account())
                .before(action)
                .map(earlier -> since(earlier, report))
                .orElse(null);
    }

    /**
     * The changes since an earlier report.
     *
     * @param earlier the earlier report's action
     * @param report the later one
     * @return null if one of them has no listing, or can't be read, or identifies tokens in another way
     */
    public static ChangesSection since(ReportAction earlier, CleanupReport report) {
        if (earlier.getListedAt() == null || report.serverTime() == null) {
            return null;
        }
        try {
            CleanupReport before = earlier.report();
            return before.comparableWith(report)
                    ? new ChangesSection(earlier, ReportChanges.between(before, report))
                    : null;
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "A report of " + earlier.getRun() + " can't be read", e);
            return null;
        }
    }

    public ReportAction getEarlier() {
        return earlier;
    }

    public List<Kind> getKinds() {
        return List.of(
                new Kind(Messages.changesNew(), changes.added()),
                new Kind(Messages.changesGone(), changes.gone()),
                new Kind(Messages.changesWoken(), changes.woken()));
    }

    /** Whether anything changed. */
    public boolean isAny() {
        return getKinds().stream().anyMatch(kind -> kind.getCount() > 0);
    }

    /** All changes in one line, for the log. */
    public String line() {
        return String.join("; ", getKinds().stream().map(Kind::line).toList());
    }
}
