package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.RemovalHandle;
import java.util.List;

/**
 * A row of the panel as it stands there, before its times are read: how they are to be read may be told by later rows.
 * Rows that stay as they are from load to load are the same tokens, too.
 */
final class PanelRow {
    private static final LastAccess UNREADABLE = new LastAccess.Unreadable();

    private final Content content;
    private AuthToken token;

    /**
     * What a row shows.
     *
     * @param description the display name
     * @param scopes scope and service names
     * @param ipAddress as shown
     * @param mark a digest of what is shown of the token itself, empty for none
     * @param created what the column of creation times shows, null if there is none
     * @param lastAccessed what the column of last accesses shows, null if the row's cells don't fit the header
     * @param handle null for none
     */
    record Content(
            String description,
            List<String> scopes,
            String ipAddress,
            String mark,
            AccessTimeText created,
            AccessTimeText lastAccessed,
            RemovalHandle handle) {}

    PanelRow(Content content) {
        this.content = content;
    }

    Content content() {
        return content;
    }

    /** The token, with its times as they are read now. */
    AuthToken token(AccessTimeReader times, DateOrder order) {
        AccessTimeText cell = content.lastAccessed;
        LastAccess access = cell == null ? UNREADABLE : times.read(cell, order);
        LastAccess made = content.created == null ? null : times.read(content.created, order);
        if (token == null || !access.equals(token.lastAccess()) || made != null && !made.equals(token.created())) {
            token = new AuthToken(
                    content.description,
                    content.scopes,
                    content.ipAddress,
                    content.mark,
                    made,
                    access,
                    cell == null ? "" : cell.text(),
                    content.handle);
        }
        return token;
    }
}
