package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.RemovalHandle;
import java.util.List;

/**
 * A row of the panel as it stands there, before its times are read: how they are to be read may be told by later rows.
 *
 * @param description the display name
 * @param scopes scope and service names
 * @param ipAddress as shown
 * @param mark a digest of what is shown of the token itself, empty for none
 * @param created what the column of creation times shows, null if there is none
 * @param lastAccessed what the column of last accesses shows, null if the row's cells don't fit the header
 * @param handle null for none
 */
record PanelRow(
        String description,
        List<String> scopes,
        String ipAddress,
        String mark,
        AccessTimeText created,
        AccessTimeText lastAccessed,
        RemovalHandle handle) {

    AuthToken token(AccessTimeReader times, DateOrder order) {
        LastAccess access = lastAccessed == null ? new LastAccess.Unreadable() : times.read(lastAccessed, order);
        String shown = lastAccessed == null ? "" : lastAccessed.text();
        LastAccess made = created == null ? null : times.read(created, order);
        return new AuthToken(description, scopes, ipAddress, mark, made, access, shown, handle);
    }
}
