package io.jenkins.plugins.authtokencleanup.engine.token;

import java.util.List;
import java.util.Objects;

/**
 * One row of the AuthTokens page.
 *
 * @param description the display name, empty for none
 * @param scopes the names of the scopes, in the page's order, maybe none
 * @param ipAddress the address that the page shows, empty for none
 * @param mark a digest of what the page shows of the token itself (often masked), empty for none
 * @param created when the token was made, null where the page does not show it
 * @param lastAccess when it was last accessed
 * @param lastAccessText what the page shows of that, word for word, empty for a blank
 * @param handle what removes it, null where the page offers none that names this token alone
 * @param labels every text of the row by which a user may know the token: all but times, addresses and the token
 *     itself; null if the row's cells can't be assigned to columns
 */
public record AuthToken(
        String description,
        List<String> scopes,
        String ipAddress,
        String mark,
        LastAccess created,
        LastAccess lastAccess,
        String lastAccessText,
        RemovalHandle handle,
        List<String> labels) {
    public AuthToken {
        Objects.requireNonNull(description);
        scopes = List.copyOf(scopes);
        Objects.requireNonNull(ipAddress);
        Objects.requireNonNull(mark);
        Objects.requireNonNull(lastAccess);
        Objects.requireNonNull(lastAccessText);
        labels = labels == null ? null : List.copyOf(labels);
    }

    /**
     * Whether the row shows that the token was never used: it says so, or its last access is exactly its creation.
     * False where the page leaves it open.
     */
    public boolean neverUsed() {
        return lastAccess instanceof LastAccess.Never
                || lastAccess instanceof LastAccess.At && lastAccess.equals(created);
    }

    /** Whether the row leaves it open: creation and last access are the same, but too coarse to be the same instant. */
    public boolean maybeNeverUsed() {
        return lastAccess instanceof LastAccess.Between && lastAccess.equals(created);
    }

    /** The same row without a handle, so that it can't be removed. */
    public AuthToken withoutHandle() {
        return new AuthToken(description, scopes, ipAddress, mark, created, lastAccess, lastAccessText, null, labels);
    }
}
