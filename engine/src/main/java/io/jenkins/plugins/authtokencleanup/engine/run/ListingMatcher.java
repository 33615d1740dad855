package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds known tokens in a new listing: by their handles, and by what their rows show where handles are new. Changes
 * nothing.
 */
final class ListingMatcher {
    /** How much earlier than the listing before a use may be dated: relative hours are floored, clocks round. */
    private static final Duration SLACK = Duration.ofHours(2);

    private static final Comparator<TrackedToken> OLDEST_FIRST =
            Comparator.comparing((TrackedToken token) -> age(token.row())).thenComparing(TrackedToken::asked);

    private final List<TrackedToken> known;
    private final Map<RemovalHandle, TrackedToken> owners = new HashMap<>();
    private final Instant listedBefore;

    /**
     * Which row is which token.
     *
     * @param rows the rows of known tokens
     * @param newcomers rows of no known token
     * @param handlesMoved whether handles that named one token name another one now, as row numbers do
     */
    record Match(Map<TrackedToken, AuthToken> rows, List<AuthToken> newcomers, boolean handlesMoved) {}

    /** A matcher of all tokens seen before. {@code listedBefore} is the server's clock at the listing before. */
    ListingMatcher(List<TrackedToken> known, Instant listedBefore) {
        this.known = known;
        this.listedBefore = listedBefore;
        known.stream()
                .filter(token -> token.row().handle() != null)
                .forEach(token -> owners.put(token.row().handle(), token));
    }

    /** Whether a listing has at least one handle that is known. */
    boolean sharesHandles(TokenListing listing) {
        return listing.tokens().stream().anyMatch(row -> owner(row) != null);
    }

    private TrackedToken owner(AuthToken row) {
        return row.handle() == null ? null : owners.get(row.handle());
    }

    /**
     * Matches a new listing.
     *
     * @param stableHandles whether tokens keep their handles from load to load
     * @param accepted the tokens that the server says it has just removed
     */
    Match match(TokenListing listing, boolean stableHandles, Collection<TrackedToken> accepted) {
        Map<TrackedToken, AuthToken> rows = new IdentityHashMap<>();
        List<AuthToken> strangers = new ArrayList<>();
        boolean contradicted = false;
        for (AuthToken row : listing.tokens()) {
            TrackedToken owner = owner(row);
            if (owner == null) {
                strangers.add(row);
            } else if (TokenIdentity.keepsHandle(owner.row(), row)) {
                rows.put(owner, row);
            } else {
                contradicted = true;
                strangers.add(row.withoutHandle());
            }
        }
        if (contradicted || wrongOnesWent(rows, accepted)) {
            Match byLook = byLook(listing);
            if (byLook.handlesMoved()) {
                return byLook;
            }
        }
        return new Match(rows, findAgain(strangers, rows, stableHandles, accepted), false);
    }

    /** The server says that it removed tokens, they are still there, and others are gone. */
    private boolean wrongOnesWent(Map<TrackedToken, AuthToken> rows, Collection<TrackedToken> accepted) {
        return accepted.stream().anyMatch(rows::containsKey)
                && known.stream()
                        .anyMatch(token -> token.listed()
                                && token.row().handle() != null
                                && !rows.containsKey(token)
                                && !accepted.contains(token));
    }

    private Match byLook(TokenListing listing) {
        Map<TrackedToken, AuthToken> rows = new IdentityHashMap<>();
        List<TrackedToken> listed = known.stream().filter(TrackedToken::listed).toList();
        List<AuthToken> newcomers = findByLook(listing.tokens(), listed, rows);
        boolean moved = rows.entrySet().stream().anyMatch(entry -> {
            TrackedToken owner = owner(entry.getValue());
            return owner != null && owner != entry.getKey();
        });
        return new Match(rows, newcomers, moved);
    }

    /** Finds missing tokens among the strangers, and returns the rows that are left. */
    private List<AuthToken> findAgain(
            List<AuthToken> strangers,
            Map<TrackedToken, AuthToken> rows,
            boolean stableHandles,
            Collection<TrackedToken> accepted) {
        List<TrackedToken> missing = known.stream()
                .filter(token -> token.listed() && !rows.containsKey(token))
                .toList();
        if (strangers.isEmpty() || missing.isEmpty()) {
            return strangers;
        }
        List<TrackedToken> findable = missing;
        List<AuthToken> left = new ArrayList<>();
        List<AuthToken> candidates = new ArrayList<>(strangers);
        if (stableHandles) {
            findable = missing.stream()
                    .filter(token -> token.row().handle() == null)
                    .toList();
            strangers.stream().filter(row -> row.handle() != null).forEach(left::add);
            candidates.removeIf(row -> row.handle() != null);
        }
        left.addAll(findByLook(candidates, findable, rows));
        List<TrackedToken> unaccounted = new ArrayList<>(missing);
        unaccounted.removeIf(
                token -> rows.containsKey(token) || accepted.contains(token) || stableHandles && token.asked());
        left.removeIf(row -> usedMeanwhile(row, unaccounted, rows));
        return left;
    }

    /** A row that was used since the listing before, and can be a token that is missing, is that token. */
    private boolean usedMeanwhile(AuthToken row, List<TrackedToken> candidates, Map<TrackedToken, AuthToken> rows) {
        Instant latest = row.lastAccess().latest();
        if (latest == null || latest.isBefore(listedBefore.minus(SLACK))) {
            return false;
        }
        for (TrackedToken token : candidates) {
            if (!rows.containsKey(token) && TokenIdentity.canBeSame(token.row(), row)) {
                rows.put(token, row);
                return true;
            }
        }
        return false;
    }

    /** Where several tokens look the same it makes no difference which is which: each removal is decided by its row. */
    private static List<AuthToken> findByLook(
            List<AuthToken> rows, List<TrackedToken> tokens, Map<TrackedToken, AuthToken> found) {
        Map<String, List<TrackedToken>> byLook = new HashMap<>();
        tokens.stream()
                .sorted(OLDEST_FIRST)
                .forEach(token -> byLook.computeIfAbsent(TokenIdentity.look(token.row()), look -> new ArrayList<>())
                        .add(token));
        List<AuthToken> left = new ArrayList<>();
        rows.stream().sorted(Comparator.comparing(ListingMatcher::age)).forEach(row -> {
            TrackedToken token = take(byLook.getOrDefault(TokenIdentity.look(row), new ArrayList<>()), row);
            if (token == null) {
                left.add(row);
            } else {
                found.put(token, row);
            }
        });
        byLook.values().forEach(missing -> missAsked(missing, tokens, found));
        return left;
    }

    /**
     * Where fewer rows are left than look-alikes, those whose removal was asked for are the ones that are missing.
     * Otherwise the report would say that a token went of which this run never asked, and count too few as removed.
     */
    private static void missAsked(
            List<TrackedToken> missing, List<TrackedToken> tokens, Map<TrackedToken, AuthToken> found) {
        for (TrackedToken token : missing) {
            if (!token.asked()) {
                tokens.stream()
                        .filter(other -> other.asked() && canBe(token, found.get(other)))
                        .filter(other -> TokenIdentity.look(other.row()).equals(TokenIdentity.look(token.row())))
                        .findFirst()
                        .ifPresent(other -> found.put(token, found.remove(other)));
            }
        }
    }

    private static boolean canBe(TrackedToken token, AuthToken row) {
        return row != null && sameAccess(token.row().lastAccess(), row.lastAccess());
    }

    /** Takes the token whose time is nearest to the row's: coarse times that follow each other overlap. */
    private static TrackedToken take(List<TrackedToken> candidates, AuthToken row) {
        TrackedToken nearest = null;
        for (TrackedToken candidate : candidates) {
            if (candidate.row().lastAccess().equals(row.lastAccess())) {
                nearest = candidate;
                break;
            }
            if (canBe(candidate, row)
                    && (nearest == null || apart(candidate, row).compareTo(apart(nearest, row)) < 0)) {
                nearest = candidate;
            }
        }
        candidates.remove(nearest);
        return nearest;
    }

    private static Duration apart(TrackedToken token, AuthToken row) {
        return Duration.between(age(token.row()), age(row)).abs();
    }

    private static Instant age(AuthToken row) {
        Instant earliest = row.lastAccess().earliest();
        return earliest == null ? Instant.MIN : earliest;
    }

    private static boolean sameAccess(LastAccess then, LastAccess now) {
        boolean exact = then instanceof LastAccess.At && now instanceof LastAccess.At;
        if (exact || then.latest() == null || now.latest() == null) {
            return then.equals(now);
        }
        return !then.earliest().isAfter(now.latest().plusSeconds(1))
                && !now.earliest().isAfter(then.latest().plusSeconds(1));
    }
}
