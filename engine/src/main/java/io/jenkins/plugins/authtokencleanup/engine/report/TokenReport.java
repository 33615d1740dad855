package io.jenkins.plugins.authtokencleanup.engine.report;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What a report says of one token.
 *
 * @param id identifies the token within a report and in later ones
 * @param description the display name
 * @param scopes the names of the scopes
 * @param ipAddress the address that the page shows
 * @param lastAccessed the latest instant that the page allows, null where not known
 * @param lastAccessedText what the page shows of it
 * @param verdict what the policy says
 * @param reason why
 * @param outcome what became of it
 * @param note what else there is to know, empty for nothing
 * @param certain false if it is not known whether the token is gone
 * @param dueAt when a token in grace may be removed if it is not used until then, null for all others
 */
public record TokenReport(
        String id,
        String description,
        List<String> scopes,
        String ipAddress,
        Instant lastAccessed,
        String lastAccessedText,
        Verdict verdict,
        Reason reason,
        TokenOutcome outcome,
        boolean certain,
        String note,
        Instant dueAt) {
    public TokenReport {
        scopes = List.copyOf(scopes);
    }
}
