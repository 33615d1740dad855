package io.jenkins.plugins.authtokencleanup.engine.server;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that one load of the AuthTokens page shows.
 *
 * @param tokens the rows, in the page's order; no two have the same handle
 * @param serverTime the server's clock when it answered, to the second
 * @param page what the page is and shows besides
 */
public record TokenListing(List<AuthToken> tokens, Instant serverTime, PageDetails page) {
    public TokenListing {
        tokens = withUnambiguousHandles(tokens);
    }

    /** The newest last access that any token shows, null if there is none that can be read. */
    public Instant newestUse() {
        return tokens.stream()
                .filter(token -> !token.neverUsed())
                .map(token -> token.lastAccess().latest())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Whether it shows that the server records use: not if all tokens that it shows a time for can be ones never used.
     *
     * @return true also if no token can be one never used
     */
    public boolean showsUse() {
        boolean noneUnused = tokens.stream().noneMatch(token -> token.neverUsed() || token.maybeNeverUsed());
        return noneUnused
                || tokens.stream()
                        .anyMatch(token ->
                                token.lastAccess().latest() != null && !token.neverUsed() && !token.maybeNeverUsed());
    }

    /** The same row shown twice is one token; a handle shown on different rows names none of them for certain. */
    private static List<AuthToken> withUnambiguousHandles(List<AuthToken> rows) {
        Map<RemovalHandle, Set<AuthToken>> owners = rows.stream()
                .filter(row -> row.handle() != null)
                .collect(Collectors.groupingBy(AuthToken::handle, Collectors.toSet()));
        Set<AuthToken> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> row.handle() == null || seen.add(row))
                .map(row -> row.handle() != null && owners.get(row.handle()).size() > 1 ? row.withoutHandle() : row)
                .toList();
    }
}
