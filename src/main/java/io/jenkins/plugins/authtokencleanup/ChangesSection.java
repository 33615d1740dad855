package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.ReportChanges;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What changed since an earlier report, for the report page and the log: read from two files when it is asked for. */
public final class ChangesSection {
    /** As many names are shown of each kind. */
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
        private final String words;
        private final List<TokenReport> tokens;

        private Kind(String words, List<TokenReport> tokens) {
            this.words = words;
            this.tokens = tokens;
        }

        public String getWords() {
            return words;
        }

        public int getCount() {
            return tokens.size();
        }

        /** The first of them, without characters that could disturb the page. */
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
            return getCount() + " " + words
                    + (getCount() == 0 ? "" : " (" + String.join(", ", getNames()) + more + ")");
        }
    }

    /**
     * The changes since the report before.
     *
     * @param action shows the report
     * @param report the report
     * @return null if nothing was listed, there is no earlier report with a listing, or it can't be read
     */
    static ChangesSection of(ReportAction action, CleanupReport report) {
        return new EarlierReports(action.getRun(), report.server(), report.account())
                .before(action)
                .map(earlier -> since(earlier, report))
                .orElse(null);
    }

    /**
     * The changes since an earlier report.
     *
     * @param earlier shows the earlier one
     * @param report the later one
     * @return null if one of them has no listing, or can't be read
     */
    static ChangesSection since(ReportAction earlier, CleanupReport report) {
        if (earlier.getListedAt() == null || report.serverTime() == null) {
            return null;
        }
        try {
            return new ChangesSection(earlier, ReportChanges.between(earlier.report(), report));
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

    /** All of it in one line, for the log. */
    String line() {
        return String.join("; ", getKinds().stream().map(Kind::line).toList());
    }
}
