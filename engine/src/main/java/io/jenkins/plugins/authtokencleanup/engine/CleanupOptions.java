package io.jenkins.plugins.authtokencleanup.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How a run goes about it.
 *
 * @param policy which tokens go
 * @param preview decide and report, change nothing
 * @param batchSize how many tokens are named in one removal request at most, 1 to {@link #MOST_BATCH}
 * @param timeout how long one exchange with the server may take
 * @param restriction narrows the plan down
 * @param clock the clock of this machine, for the report only: ages are told by the server's clock
 * @param pauses how to wait
 */
public record CleanupOptions(
        CleanupPolicy policy,
        boolean preview,
        int batchSize,
        Duration timeout,
        PlanRestriction restriction,
        Clock clock,
        Pauses pauses) {
    /** As many tokens as one request names by default. */
    public static final int DEFAULT_BATCH = 100;

    /** The most tokens that one request names. */
    public static final int MOST_BATCH = 1_000;

    /** How long one exchange may take by default. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    public CleanupOptions {
        Objects.requireNonNull(policy);
        Objects.requireNonNull(restriction);
        if (batchSize < 1 || batchSize > MOST_BATCH) {
            throw new IllegalArgumentException("The batch size must be 1 to " + MOST_BATCH + ", not " + batchSize);
        }
    }

    /**
     * Options with the usual clock, waits and time-out.
     *
     * @param policy which tokens go
     * @param preview change nothing
     * @param batchSize tokens a request
     * @return options without a restriction
     */
    public static CleanupOptions of(CleanupPolicy policy, boolean preview, int batchSize) {
        return new CleanupOptions(
                policy, preview, batchSize, DEFAULT_TIMEOUT, PlanRestriction.NONE, Clock.systemUTC(), Pauses.REAL);
    }

    /**
     * The same with a restriction.
     *
     * @param narrower narrows the plan down
     * @return a copy
     */
    public CleanupOptions withRestriction(PlanRestriction narrower) {
        return new CleanupOptions(policy, preview, batchSize, timeout, narrower, clock, pauses);
    }

    /**
     * The same with another time-out.
     *
     * @param atMost how long one exchange may take
     * @return a copy
     */
    public CleanupOptions withTimeout(Duration atMost) {
        return new CleanupOptions(policy, preview, batchSize, atMost, restriction, clock, pauses);
    }

    /**
     * The same with other waits.
     *
     * @param waits how to wait
     * @return a copy
     */
    public CleanupOptions withPauses(Pauses waits) {
        return new CleanupOptions(policy, preview, batchSize, timeout, restriction, clock, waits);
    }
}
