package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIds;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All tokens that a run has seen. It finds them again in each new listing, and so tells what went. */
final class TokenLedger {
    /** How much earlier than the listing before a use may be dated: relative hours are floored, clocks round. */
    private static final Duration SLACK = Duration.ofHours(2);

    private final List<TrackedToken> tokens = new ArrayList<>();
    private final TokenIds ids = new TokenIds();
    private Instant listedAt = Instant.EPOCH;
    private boolean handlesMoved;
    /** The tokens by their handles, null once those may have changed. */
    private Map<RemovalHandle, TrackedToken> owners;

    List<TrackedToken> tokens() {
        return tokens;
    }

    int removed() {
        return (int) tokens.stream().filter(TrackedToken::removed).count();
    }

    int planned() {
        return (int) tokens.stream()
                .filter(token -> token.reason() == Reason.UNUSED || token.removed())
                .count();
    }

    /** Whether a listing had handles that named other tokens before: then none of them can be trusted. */
    boolean handlesMoved() {
        return handlesMoved;
    }

    /**
     * Whether at least one token has the handle that we know of it.
     *
     * @param listing a listing
     * @return false if all handles are new, or there are none
     */
    boolean sharesHandles(TokenListing listing) {
        Map<RemovalHandle, TrackedToken> known = owners();
        return listing.tokens().stream().anyMatch(row -> row.handle() != null && known.containsKey(row.handle()));
    }

    private Map<RemovalHandle, TrackedToken> owners() {
        if (owners == null) {
            owners = ListingMatcher.owners(tokens);
        }
        return owners;
    }

    /**
     * Takes in a new listing: tokens that it has are seen, the others are missed, and rows that are no token of ours
     * are added.
     *
     * @param listing all that the page shows now
     * @param stableHandles whether a token keeps its handle from one load of the page to the next
     * @param accepted the tokens which the server says that it removed
     * @return the rows that were added, yet to be judged
     */
    List<TrackedToken> takeIn(TokenListing listing, boolean stableHandles, Collection<TrackedToken> accepted) {
        ListingMatcher recognition = ListingMatcher.of(tokens, owners(), listing, accepted);
        handlesMoved |= recognition.handlesMoved();
        List<TrackedToken> missing = new ArrayList<>();
        for (TrackedToken token : tokens) {
            AuthToken row = recognition.rows().get(token);
            if (row != null) {
                token.see(row);
            } else if (token.listed()) {
                token.miss();
                missing.add(token);
            }
        }
        List<AuthToken> strangers = recognition.strangers();
        if (!strangers.isEmpty() || recognition.handlesMoved()) {
            owners = null;
        }
        if (!strangers.isEmpty() && !missing.isEmpty()) {
            strangers = findAgain(strangers, missing, stableHandles, Set.copyOf(accepted));
        }
        listedAt = listing.serverTime();
        return add(strangers);
    }

    private List<AuthToken> findAgain(
            List<AuthToken> strangers, List<TrackedToken> missing, boolean stable, Set<TrackedToken> accepted) {
        List<TrackedToken> findable = new ArrayList<>(missing);
        List<AuthToken> rows = new ArrayList<>(strangers);
        List<AuthToken> others = new ArrayList<>();
        if (stable) {
            findable.removeIf(token -> token.row().handle() != null);
            rows.removeIf(row -> row.handle() != null);
            others.addAll(strangers);
            others.removeIf(row -> row.handle() == null);
        }
        Map<TrackedToken, AuthToken> found = new HashMap<>();
        others.addAll(new ContentMatch(findable).find(rows, found));
        found.forEach(TrackedToken::see);
        Map<String, List<TrackedToken>> unaccounted = new HashMap<>();
        for (TrackedToken token : missing) {
            if (!token.listed() && !accepted.contains(token) && !(stable && token.asked())) {
                unaccounted
                        .computeIfAbsent(token.row().description(), description -> new ArrayList<>())
                        .add(token);
            }
        }
        others.removeIf(row -> usedMeanwhile(row, unaccounted.get(row.description())));
        return others;
    }

    /** A row that was used since the listing before, and looks like a token that is missing, is that token. */
    private boolean usedMeanwhile(AuthToken row, List<TrackedToken> candidates) {
        if (candidates == null
                || row.lastAccess().latest() == null
                || row.lastAccess().latest().isBefore(listedAt.minus(SLACK))) {
            return false;
        }
        for (TrackedToken token : candidates) {
            if (!token.listed() && token.row().canBe(row)) {
                token.see(row);
                return true;
            }
        }
        return false;
    }

    private List<TrackedToken> add(List<AuthToken> rows) {
        List<String> given = ids.give(rows);
        List<TrackedToken> added = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            added.add(new TrackedToken(given.get(i), rows.get(i), Reason.UNKNOWN_DATE));
        }
        tokens.addAll(added);
        return added;
    }
}
