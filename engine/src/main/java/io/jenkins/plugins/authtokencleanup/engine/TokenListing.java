package io.jenkins.plugins.authtokencleanup.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one load of the AuthTokens page shows.
 *
 * @param tokens the rows, in the page's order; no two have the same handle
 * @param serverTime the server's clock when it answered, to the second
 */
public record TokenListing(List<AuthToken> tokens, Instant serverTime) {

    public TokenListing {
        tokens = withUnambiguousHandles(tokens);
    }

    /** The same row shown twice is one token; a handle shown on different rows names none of them for certain. */
    private static List<AuthToken> withUnambiguousHandles(List<AuthToken> rows) {
        Map<RemovalHandle, Integer> first = new HashMap<>(rows.size() * 4 / 3 + 1);
        List<AuthToken> tokens = new ArrayList<>(rows.size());
        for (AuthToken row : rows) {
            Integer before = row.handle() == null ? null : first.putIfAbsent(row.handle(), tokens.size());
            if (before == null) {
                tokens.add(row);
            } else if (!tokens.get(before).equals(row)) {
                tokens.set(before, tokens.get(before).withoutHandle());
                tokens.add(row.withoutHandle());
            }
        }
        return tokens;
    }
}
