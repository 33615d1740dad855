package io.jenkins.plugins.authtokencleanup.engine.policy;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the user says about which tokens go.
 *
 * @param olderThanDays unused means last accessed longer ago than this many times 24 hours; at least 1
 * @param neverUsed what becomes of tokens without a last access
 * @param protect patterns of tokens that are never removed
 * @param keepNewest how many of the most recently accessed tokens of each description stay in any case
 */
public record CleanupPolicy(int olderThanDays, NeverUsed neverUsed, List<ProtectPattern> protect, int keepNewest)
        implements Serializable {
    /** The vendor's advice: do not remove what was used in the last 30 days. */
    public static final int DEFAULT_DAYS = 30;

    /** The most days that can be asked for: a hundred years. */
    public static final int MOST_DAYS = 36_500;

    public CleanupPolicy {
        if (olderThanDays < 1 || olderThanDays > MOST_DAYS) {
            throw new IllegalArgumentException("Days must be 1 to " + MOST_DAYS + ", not " + olderThanDays);
        }
        if (keepNewest < 0) {
            throw new IllegalArgumentException("The number of newest tokens to keep can't be negative: " + keepNewest);
        }
        Objects.requireNonNull(neverUsed);
        protect = List.copyOf(protect);
    }

    /** The instant before which a last access counts as unused. */
    public Instant cutoff(Instant serverTime) {
        return serverTime.minus(Duration.ofDays(olderThanDays));
    }
}
