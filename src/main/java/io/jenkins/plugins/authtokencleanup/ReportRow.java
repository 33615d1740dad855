package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.util.List;

/** A token as the report page shows it. */
public final class ReportRow {
    private final TokenReport token;

    ReportRow(TokenReport token) {
        this.token = token;
    }

    /** Without characters that could disturb the page. */
    public String getDescription() {
        return SafeText.of(token.description());
    }

    /** The scopes, cut where a line may end: after each slash. */
    public List<String> getScopes() {
        return List.of(SafeText.of(String.join(", ", token.scopes())).split("(?<=/)"));
    }

    public String getIpAddress() {
        return SafeText.of(token.ipAddress());
    }

    /** In UTC; what the page shows where it could not be read. */
    public String getLastAccessed() {
        return token.lastAccessed() == null
                ? SafeText.of(token.lastAccessText())
                : ReportPage.time(token.lastAccessed());
    }

    public String getOutcome() {
        return Words.of(token.outcome());
    }

    public String getOutcomeName() {
        return token.outcome().name();
    }

    public String getReason() {
        return Words.of(token.reason());
    }

    public String getNote() {
        return SafeText.of(token.note());
    }
}
