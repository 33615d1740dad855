package io.jenkins.plugins.authtokencleanup.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A row of the report page. */
public final class ReportRow {
    private final TokenReport token;
    private final Instant reportTime;

    /** A row. Ages count from the report's time, null for no ages. */
    ReportRow(TokenReport token, @CheckForNull Instant reportTime) {
        this.token = token;
        this.reportTime = reportTime;
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

    /** Whether the last access is known as an instant. */
    public boolean isDated() {
        return token.lastAccessed() != null;
    }

    /** How long before the report it was, in the largest unit that fits, such as "198 days ago"; empty if not known. */
    public String getAge() {
        return token.lastAccessed() == null || reportTime == null
                ? ""
                : Labels.age(Duration.between(token.lastAccessed(), reportTime));
    }

    /** The day in UTC. */
    public String getDay() {
        return ReportPage.time(token.lastAccessed()).replaceAll(" .*", "");
    }

    /** Date and time in UTC, empty if not known. */
    public String getLastAccessed() {
        return ReportPage.time(token.lastAccessed());
    }

    /** In the form that HTML wants for machines. */
    public String getMachineTime() {
        return token.lastAccessed() == null ? "" : token.lastAccessed().toString();
    }

    /** What the server's page shows. */
    public String getLastAccessedText() {
        return SafeText.of(token.lastAccessedText());
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
