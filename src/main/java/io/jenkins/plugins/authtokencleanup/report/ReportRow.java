package io.jenkins.plugins.authtokencleanup.report;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.util.List;

/** A row of the report page. */
public final class ReportRow {
    private final TokenReport token;

    ReportRow(TokenReport token) {
        this.token = token;
    }

    /** Cleared of control and direction characters. */
    public String getDescription() {
        return SafeText.of(token.description());
    }

    /** The scopes, split after each slash, where a line may break. */
    public List<String> getScopes() {
        return List.of(SafeText.of(String.join(", ", token.scopes())).split("(?<=/)"));
    }

    public String getIpAddress() {
        return SafeText.of(token.ipAddress());
    }

    /** In UTC, or the text of the server's page if that is not a readable date. */
    public String getLastAccessed() {
        return token.lastAccessed() == null
                ? SafeText.of(token.lastAccessedText())
                : ReportPage.time(token.lastAccessed());
    }

    public String getOutcome() {
        return Labels.of(token.outcome());
    }

    public String getOutcomeName() {
        return token.outcome().name();
    }

    public String getReason() {
        return Labels.of(token.reason());
    }

    public String getNote() {
        return SafeText.of(token.note());
    }
}
