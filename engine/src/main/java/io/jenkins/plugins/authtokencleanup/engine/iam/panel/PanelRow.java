package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeReader;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeText;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.DayMonthOrder;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row as the page shows it. Its times are read later: other rows may show how.
 *
 * @param description the display name
 * @param scopes scope and service names
 * @param ipAddress as shown
 * @param mark what is shown of the token itself, empty for none
 * @param created what the column of creation times shows, null if there is no such column
 * @param lastAccessed what the column of last accesses shows, null if the row's cells don't fit the header
 * @param handle null for none
 * @param labels the texts by which a user may know the token, null if the cells don't fit the header
 */
record PanelRow(
        String description,
        List<String> scopes,
        String ipAddress,
        String mark,
        AccessTimeText created,
        AccessTimeText lastAccessed,
        RemovalHandle handle,
        List<String> labels) {

    PanelRow withoutMark() {
        return new PanelRow(description, scopes, ipAddress, "", created, lastAccessed, handle, labels);
    }

    /** The token with its times. */
    AuthToken token(AccessTimeReader times, DayMonthOrder order) {
        LastAccess made = created == null ? null : times.read(created, order);
        return new AuthToken(
                description,
                scopes,
                ipAddress,
                TokenIdentity.mark(mark),
                made,
                lastAccessed == null ? new LastAccess.Unreadable() : times.read(lastAccessed, order),
                lastAccessed == null ? "" : lastAccessed.text(),
                handle,
                made instanceof LastAccess.Unreadable ? withCreated() : labels);
    }

    /** What is no time is a text by which a user may know the token, whatever its column is called. */
    private List<String> withCreated() {
        return Stream.concat(labels.stream(), Stream.of(created.text(), created.title()))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
