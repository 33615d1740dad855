package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Tokens as a table, in the page's order. */
final class TokenTable {
    private static final int WIDEST = 48;

    private final PrintStream out;

    TokenTable(PrintStream out) {
        this.out = out;
    }

    /** All that the server lists, with ages by the server's clock. */
    void show(TokenListing listing) {
        TextTable table = new TextTable(WIDEST, "DESCRIPTION", "SCOPES", "IP ADDRESS", "LAST ACCESSED", "AGE");
        for (AuthToken token : listing.tokens()) {
            table.row(
                    token.description(),
                    String.join(", ", token.scopes()),
                    token.ipAddress(),
                    lastAccessed(token),
                    age(token.lastAccess().latest(), listing.serverTime()));
        }
        table.print(out);
    }

    /** Tokens of a report. */
    void show(List<TokenReport> tokens) {
        TextTable table = new TextTable(WIDEST, "DESCRIPTION", "SCOPES", "IP ADDRESS", "LAST ACCESSED", "NOTE");
        for (TokenReport token : tokens) {
            table.row(
                    token.description(),
                    String.join(", ", token.scopes()),
                    token.ipAddress(),
                    token.lastAccessed() == null ? "never" : readable(token.lastAccessed()),
                    token.note());
        }
        table.print(out);
    }

    /** An instant for people: UTC, to the second. */
    static String readable(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    private static String lastAccessed(AuthToken token) {
        LastAccess access = token.lastAccess();
        if (access instanceof LastAccess.Never) {
            return "never";
        }
        return access.latest() == null ? "unknown: " + token.lastAccessText() : readable(access.latest());
    }

    private static String age(Instant latest, Instant now) {
        if (latest == null) {
            return "";
        }
        if (latest.isAfter(now)) {
            return "in the future";
        }
        long days = Duration.between(latest, now).toDays();
        return days == 1 ? "1 day" : days + " days";
    }
}
