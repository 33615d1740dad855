package io.jenkins.plugins.authtokencleanup.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** A list of AuthTokens for scripts. Fields have the names that they have in a report. */
record ListingJson(String server, String account, String serverTime, List<Token> tokens) {

    /** One AuthToken; the last access is null where the page shows none, or none that can be read. */
    record Token(
            String description,
            List<String> scopes,
            String ipAddress,
            String lastAccessed,
            String lastAccessedText,
            boolean neverUsed) {

        static Token of(AuthToken token) {
            return new Token(
                    token.description(),
                    token.scopes(),
                    token.ipAddress(),
                    exact(token.lastAccess().latest()),
                    token.lastAccessText(),
                    token.neverUsed());
        }
    }

    static ListingJson of(ConnectionSettings settings, TokenListing listing) {
        return new ListingJson(
                settings.address().toString(),
                settings.account(),
                exact(listing.serverTime()),
                listing.tokens().stream().map(Token::of).toList());
    }

    /** Prints it in ASCII, so that no terminal is disturbed by what a server shows. */
    void print(PrintStream out) {
        try {
            out.println(JsonMapper.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String exact(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
