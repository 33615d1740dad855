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
 */
public record AuthToken(
        String description,
        List<String> scopes,
        String ipAddress,
        String mark,
        LastAccess created,
        LastAccess lastAccess,
        String lastAccessText,
        RemovalHandle handle) {

    public AuthToken {
        Objects.requireNonNull(description);
        scopes = List.copyOf(scopes);
        Objects.requireNonNull(ipAddress);
        Objects.requireNonNull(mark);
        Objects.requireNonNull(lastAccess);
        Objects.requireNonNull(lastAccessText);
    }

    /**
     * The same row without a handle, so that it can't be removed.
     *
     * @return a copy
     */
    public AuthToken withoutHandle() {
        return new AuthToken(description, scopes, ipAddress, mark, created, lastAccess, lastAccessText, null);
    }

    /**
     * Whether another row can be the same token, at the same or another time: all that does not change with use is
     * the same.
     *
     * @param other another row
     * @return false if it is certainly another token
     */
    public boolean canBe(AuthToken other) {
        return this == other
                || description.equals(other.description)
                && mark.equals(other.mark)
                && scopes.equals(other.scopes)
                && !(created instanceof LastAccess.At
                        && other.created instanceof LastAccess.At
                        && !created.equals(other.created));
    }
}
