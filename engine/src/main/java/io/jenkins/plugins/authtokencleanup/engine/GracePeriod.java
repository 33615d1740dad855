package io.jenkins.plugins.authtokencleanup.engine;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;

/**
 * Two-phase removal: a token goes only if a report at least so many days ago said that it is unused, and it has not
 * been used since. Its memory is earlier reports. A report that is lost only makes the grace longer.
 */
public final class GracePeriod implements PlanRestriction, Serializable {
    private static final long serialVersionUID = 1L;

    private final int days;
    private final HashMap<String, ArrayList<Sighting>> sightings = new HashMap<>();
    private Instant now;

    /**
     * A grace period without a memory.
     *
     * @param days how long ago a token must have been reported, at least 1
     */
    public GracePeriod(int days) {
        if (days < 1 || days > CleanupPolicy.MOST_DAYS) {
            throw new IllegalArgumentException(
                    "The days of grace must be 1 to " + CleanupPolicy.MOST_DAYS + ", not " + days);
        }
        this.days = days;
    }

    /**
     * Remembers which tokens an earlier report calls unused. Reports without a listing have nothing to remember.
     *
     * @param report a report of the same server and account
     */
    public void remember(CleanupReport report) {
        if (report.serverTime() == null) {
            return;
        }
        for (TokenReport token : report.tokens()) {
            if (announced(token)) {
                sightings
                        .computeIfAbsent(TokenIds.look(token.id()), look -> new ArrayList<>())
                        .add(new Sighting(token.lastAccessed(), report.serverTime()));
            }
        }
    }

    /** Unused, and still there when the report was written. */
    private static boolean announced(TokenReport token) {
        return token.outcome() != TokenOutcome.REMOVED
                && (token.reason() == Reason.UNUSED
                        || token.reason() == Reason.IN_GRACE
                        || token.reason() == Reason.NOT_IN_APPROVED_PLAN);
    }

    @Override
    public void listedAt(Instant serverTime) {
        now = serverTime;
    }

    @Override
    public Reason reasonToKeep(String id, AuthToken token) {
        return dueAt(id, token).isAfter(now) ? Reason.IN_GRACE : null;
    }

    @Override
    public Instant dueAt(String id, AuthToken token) {
        Instant first = now;
        for (Sighting sighting : sightings.getOrDefault(TokenIds.look(id), new ArrayList<>())) {
            if (sighting.reportedAt().isBefore(first) && sighting.stillHoldsFor(token)) {
                first = sighting.reportedAt();
            }
        }
        return first.plus(Duration.ofDays(days));
    }
}
