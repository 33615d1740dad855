package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds tokens again by what their rows show, for pages whose handles are new with each load. Where several tokens look
 * the same it makes no difference for what may be removed: each removal is decided by the row that it names.
 */
final class ContentMatch {
    private static final Comparator<TrackedToken> UNASKED_FIRST = Comparator.comparing(TrackedToken::asked);

    private final Map<Look, Deque<TrackedToken>> byLook = new HashMap<>();

    /** All of a row that use does not change. */
    private record Look(
            String description, List<String> scopes, String mark, String ipAddress, LastAccess created) {
        static Look of(AuthToken row) {
            LastAccess known = row.created() instanceof LastAccess.At ? row.created() : null;
            return new Look(row.description(), row.scopes(), row.mark(), row.ipAddress(), known);
        }
    }

    /**
     * Prepares tokens to be found.
     *
     * @param missing tokens whose rows were not found by their handles
     */
    ContentMatch(List<TrackedToken> missing) {
        List<TrackedToken> order = new ArrayList<>(missing);
        order.sort(Comparator.comparing((TrackedToken token) -> age(token.row())).thenComparing(UNASKED_FIRST));
        for (TrackedToken token : order) {
            byLook.computeIfAbsent(Look.of(token.row()), look -> new ArrayDeque<>())
                    .add(token);
        }
    }

    private static Instant age(AuthToken row) {
        return row.lastAccess().earliest() == null
                ? Instant.MIN
                : row.lastAccess().earliest();
    }

    /**
     * Finds the tokens of rows.
     *
     * @param rows rows of a new listing
     * @param found takes the row of each token that is found
     * @return the rows that are no token of ours, longest unused first
     */
    List<AuthToken> find(List<AuthToken> rows, Map<TrackedToken, AuthToken> found) {
        List<AuthToken> order = new ArrayList<>(rows);
        order.sort(Comparator.comparing(ContentMatch::age));
        List<AuthToken> strangers = new ArrayList<>();
        for (AuthToken row : order) {
            TrackedToken token = take(byLook.get(Look.of(row)), row);
            if (token == null) {
                strangers.add(row);
            } else {
                found.put(token, row);
            }
        }
        return strangers;
    }

    private static TrackedToken take(Deque<TrackedToken> candidates, AuthToken row) {
        while (candidates != null && !candidates.isEmpty()) {
            AuthToken oldest = candidates.peek().row();
            if (sameAccess(oldest.lastAccess(), row.lastAccess())) {
                return candidates.poll();
            }
            if (!age(oldest).isBefore(age(row))) {
                return null;
            }
            candidates.poll();
        }
        return null;
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
