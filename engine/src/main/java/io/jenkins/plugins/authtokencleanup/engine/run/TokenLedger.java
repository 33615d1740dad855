package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All tokens that a run has seen, and whether the latest listing had them. */
final class TokenLedger {
    private final List<TrackedToken> tokens = new ArrayList<>();
    private final TokenIds ids = new TokenIds();
    private Instant listedAt = Instant.EPOCH;
    private boolean grew;
    private int mostListed;

    List<TrackedToken> tokens() {
        return tokens;
    }

    List<TrackedToken> listed() {
        return tokens.stream().filter(TrackedToken::listed).toList();
    }

    int removed() {
        return (int) tokens.stream().filter(TrackedToken::removed).count();
    }

    /** How many are to be removed, or were. */
    int planned() {
        return (int) tokens.stream()
                .filter(token -> token.reason() == Reason.UNUSED || token.removed())
                .count();
    }

    /** Whether rows came into view after the first listing: then a row may also be out of view, and not gone. */
    boolean grew() {
        return grew;
    }

    /** How many rows the longest listing had. */
    int mostListed() {
        return mostListed;
    }

    ListingMatcher matcher() {
        return new ListingMatcher(tokens, listedAt);
    }

    /**
     * Takes in a listing: tokens that it has are seen, the others are missed, and unknown rows are added, yet to be
     * judged.
     *
     * @param late whether no earlier removal request can still be carried out
     * @return whether rows were added
     */
    boolean takeIn(TokenListing listing, ListingMatcher.Match match, boolean late) {
        for (TrackedToken token : tokens) {
            AuthToken row = match.rows().get(token);
            if (row != null) {
                token.see(row, late);
            } else {
                token.miss();
            }
        }
        List<String> given = ids.give(match.newcomers());
        grew |= !tokens.isEmpty() && !given.isEmpty();
        for (int i = 0; i < given.size(); i++) {
            tokens.add(new TrackedToken(given.get(i), match.newcomers().get(i)));
        }
        listedAt = listing.serverTime();
        mostListed = Math.max(mostListed, listing.tokens().size());
        return !given.isEmpty();
    }
}
