package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Builds panels row by row, otherwise than the test server builds them. */
final class HandMadePanel {
    static final Instant NOW = Instant.parse("2026-06-20T08:00:00Z");
    static final String HEADER = "<tr id=headerrow><th></th><th>Description</th><th>Last Accessed Time</th></tr>";

    private HandMadePanel() {}

    /** The tokens of a table with these rows. */
    static List<AuthToken> tokens(String rows) throws CleanupException {
        return ReadPanel.of(table(HEADER + rows)).tokens(NOW, ZoneId.of("UTC"));
    }

    /** The token of one row, which is not the only one of its table. */
    static AuthToken token(String row) throws CleanupException {
        List<AuthToken> tokens = tokens(row + row("sibling", "sibling", "2 days ago"));
        assertEquals(2, tokens.size());
        return tokens.get(0);
    }

    /** The token of a table with this header and these cells in its only row. */
    static AuthToken token(String header, String cells) throws CleanupException {
        return ReadPanel.of(table("<tr id=headerrow>" + header + "</tr><tr id=trow>" + cells + "</tr>"))
                .tokens(NOW, ZoneId.of("UTC"))
                .get(0);
    }

    static String table(String rows) {
        return "<table id=\"apitokenstbl\">" + rows + "</table>";
    }

    static String row(String handle, String description, String time) {
        return "<tr id=trow><td><a data-enctoken='" + handle + "'></a></td><td>" + description + "</td><td>" + time
                + "</td></tr>";
    }
}
