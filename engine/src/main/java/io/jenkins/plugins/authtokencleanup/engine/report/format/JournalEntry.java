package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportJson.TokenJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * One line of a journal of removals, in JSON. Tokens are as in a report, so a journal has no handles either.
 *
 * @param at when it was written
 * @param server the server's address
 * @param account the account's name
 * @param tokens what was known of these tokens then; replaces what earlier entries say of the same ids
 */
public record JournalEntry(Instant at, String server, String account, List<TokenReport> tokens) {
    public JournalEntry {
        tokens = List.copyOf(tokens);
    }

    /** The fields of an entry. */
    private record Line(Instant at, String server, String account, List<TokenJson> tokens) {
        Line {
            ReportJson.requireAll(at, server, account, tokens);
            ReportJson.requireAll(tokens.toArray());
        }
    }

    /** The entry as one line without its end. */
    public String line() {
        List<TokenJson> written = tokens.stream().map(TokenJson::of).toList();
        return JsonMapping.text(JsonMapping.MAPPER.writer(), new Line(at, server, account, written));
    }

    /**
     * Reads an entry.
     *
     * @param line from {@link #line()}
     * @return the entry
     * @throws IOException if it is anything else, or only a part of one
     */
    public static JournalEntry of(String line) throws IOException {
        Line read;
        try {
            read = JsonMapping.MAPPER.readerFor(Line.class).readValue(line);
        } catch (JsonProcessingException e) {
            throw new IOException("A line of a journal can't be read");
        }
        if (read == null) {
            throw new IOException("A line of a journal is null");
        }
        return new JournalEntry(
                read.at,
                read.server,
                read.account,
                read.tokens.stream().map(TokenJson::token).toList());
    }
}
