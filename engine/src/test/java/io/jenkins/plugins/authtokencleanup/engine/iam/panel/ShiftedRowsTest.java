package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.NOW;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.table;
import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import org.junit.jupiter.api.Test;

/**
 * Rows with as many cells as the header, but under other headers than their own: the creation would be the last access.
 */
class ShiftedRowsTest {
    private static final String SCOPES = "<td><table class=scopetbl><tr><td>api</td></tr></table></td>";
    private static final String TIMES = "<td>400 days ago</td><td>2 days ago</td>";
    private static final String BOX = "<td><a data-enctoken=h></a></td>";

    private static void assertUnread(AuthToken token) {
        assertInstanceOf(LastAccess.Unreadable.class, token.lastAccess());
        assertNull(token.labels());
    }

    @Test
    void scopes_under_another_header_leave_the_row_unread() throws Exception {
        String header = "<th>Description</th><th>Scopes</th><th>Created</th><th>Last used</th><th>Action</th>";
        assertUnread(token(header, BOX + "<td>d</td>" + SCOPES + TIMES));
        assertEquals(
                NOW.minusSeconds(2 * 86_400),
                token(header, "<td>d</td>" + SCOPES + TIMES + BOX).lastAccess().latest());
    }

    @Test
    void a_check_box_in_another_column_than_the_one_that_selects_all_leaves_the_row_unread() throws Exception {
        String header = "<th>Description</th><th>Created</th><th>Last used</th><th><a id=apitoken_check_all></a></th>";
        assertUnread(token(header, BOX + "<td>d</td>" + TIMES));
        assertEquals(
                NOW.minusSeconds(2 * 86_400),
                token(header, "<td>d</td>" + TIMES + BOX).lastAccess().latest());
    }

    @Test
    void rows_that_are_none_that_we_know_are_not_no_tokens() {
        String rows = "<tr id=headerrow><th>Description</th><th>Last used</th></tr>"
                + "<tr><td><input type=checkbox value=h>d</td><td>2 days ago</td></tr>";
        String observed = assertThrows(CleanupException.class, () -> ReadPanel.of(table(rows)))
                .observed();
        assertEquals("its rows have no form that we know", observed);
    }

    @Test
    void a_row_that_says_that_there_are_none_is() throws Exception {
        String header = "<tr id=headerrow><th>Description</th><th>Last used</th></tr>";
        for (String row :
                new String[] {"", "<tr><td colspan=2>No AuthTokens</td></tr>", "<tr><td>None</td><td></td></tr>"}) {
            assertEquals(0, ReadPanel.of(table(header + row)).rows(), row);
        }
        assertTrue(ReadPanel.of(table(header)).found());
    }
}
