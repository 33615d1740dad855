package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which row of a new listing shows which known token: told by their handles, and by content where those tell nothing. */
final class ListingMatcher {
    private final Map<TrackedToken, AuthToken> rows;
    private final List<AuthToken> strangers = new ArrayList<>();
    private boolean contradicted;
    private boolean handlesMoved;

    private ListingMatcher(int size) {
        rows = new IdentityHashMap<>(size);
    }

    /**
     * Recognises tokens.
     *
     * @param known all tokens that were seen before
     * @param owners the tokens by their handles
     * @param listing a new listing
     * @param accepted the tokens which the server says that it removed since
     * @return which row is which token
     */
    static ListingMatcher of(
            List<TrackedToken> known,
            Map<RemovalHandle, TrackedToken> owners,
            TokenListing listing,
            Collection<TrackedToken> accepted) {
        ListingMatcher byHandle = byHandle(owners, listing);
        if (byHandle.contradicted || byHandle.wrongOnesWent(known, accepted)) {
            ListingMatcher byContent = byContent(owners, known, listing);
            if (byContent.handlesMoved) {
                return byContent;
            }
        }
        return byHandle;
    }

    static Map<RemovalHandle, TrackedToken> owners(List<TrackedToken> known) {
        Map<RemovalHandle, TrackedToken> owners = new HashMap<>(known.size() * 2);
        for (TrackedToken token : known) {
            if (token.row().handle() != null) {
                owners.put(token.row().handle(), token);
            }
        }
        return owners;
    }

    private static ListingMatcher byHandle(Map<RemovalHandle, TrackedToken> owners, TokenListing listing) {
        ListingMatcher recognition = new ListingMatcher(listing.tokens().size());
        for (AuthToken row : listing.tokens()) {
            TrackedToken token = row.handle() == null ? null : owners.get(row.handle());
            if (token == null || !token.row().canBe(row)) {
                recognition.contradicted |= token != null;
                recognition.strangers.add(row);
            } else {
                recognition.rows.put(token, row);
            }
        }
        return recognition;
    }

    /** What the server says that it removed is still there, and something else is gone. */
    private boolean wrongOnesWent(List<TrackedToken> known, Collection<TrackedToken> accepted) {
        return accepted.stream().anyMatch(rows::containsKey)
                && known.stream()
                        .anyMatch(token -> token.listed()
                                && token.row().handle() != null
                                && !rows.containsKey(token)
                                && !accepted.contains(token));
    }

    private static ListingMatcher byContent(
            Map<RemovalHandle, TrackedToken> owners, List<TrackedToken> known, TokenListing listing) {
        ListingMatcher recognition = new ListingMatcher(listing.tokens().size());
        List<TrackedToken> listed = known.stream().filter(TrackedToken::listed).toList();
        recognition.strangers.addAll(new ContentMatch(listed).find(listing.tokens(), recognition.rows));
        recognition.rows.forEach((token, row) -> {
            TrackedToken owner = row.handle() == null ? null : owners.get(row.handle());
            recognition.handlesMoved |= owner != null && owner != token;
        });
        return recognition;
    }

    Map<TrackedToken, AuthToken> rows() {
        return rows;
    }

    List<AuthToken> strangers() {
        return strangers;
    }

    /** Whether handles that named one token name another one now, like positions do after a removal. */
    boolean handlesMoved() {
        return handlesMoved;
    }
}
