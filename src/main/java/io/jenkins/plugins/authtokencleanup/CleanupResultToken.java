package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** One token in the result of the pipeline step. */
public final class CleanupResultToken implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String description;
    private final ArrayList<String> scopes;
    private final String ipAddress;
    private final String lastAccessed;
    private final String verdict;
    private final String reason;
    private final String outcome;
    private final String dueAt;

    CleanupResultToken(TokenReport token) {
        id = token.id();
        description = token.description();
        scopes = new ArrayList<>(token.scopes());
        ipAddress = token.ipAddress();
        lastAccessed =
                token.lastAccessed() == null ? null : token.lastAccessed().toString();
        verdict = token.verdict().name();
        reason = token.reason().name();
        outcome = token.outcome().name();
        dueAt = token.dueAt() == null ? null : token.dueAt().toString();
    }

    /** Identifies the token within a report and in other reports. */
    @Whitelisted
    public String getId() {
        return id;
    }

    @Whitelisted
    public String getDescription() {
        return description;
    }

    @Whitelisted
    public List<String> getScopes() {
        return new ArrayList<>(scopes);
    }

    @Whitelisted
    public String getIpAddress() {
        return ipAddress;
    }

    /** ISO 8601 in UTC, null where it is not known. */
    @Whitelisted
    public String getLastAccessed() {
        return lastAccessed;
    }

    /** REMOVE or KEEP. */
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    /** Why, such as UNUSED or PROTECTED. */
    @Whitelisted
    public String getReason() {
        return reason;
    }

    /** The outcome, such as REMOVED or KEPT. */
    @Whitelisted
    public String getOutcome() {
        return outcome;
    }

    /** When a token in grace is due unless it is used: ISO 8601 in UTC, null for all others. */
    @Whitelisted
    public String getDueAt() {
        return dueAt;
    }
}
