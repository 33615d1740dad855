package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Everything a run needs to know, without the password.
 *
 * @param connection where and who
 * @param policy which tokens are unused
 * @param cap how many may be removed
 * @param preview decide and report, change nothing
 * @param batchSize how many tokens one removal request names at most, 1 to {@link #MOST_BATCH}; null for the default of
 *     the server's page
 * @param restrictions narrow the plan down: a token goes only if each of them lets it go
 */
public record CleanupRequest(
        ConnectionSettings connection,
        CleanupPolicy policy,
        RemovalCap cap,
        boolean preview,
        Integer batchSize,
        List<PlanRestriction> restrictions)
        implements Serializable {
    /** The most tokens that one request names. */
    public static final int MOST_BATCH = 1_000;

    public CleanupRequest {
        Objects.requireNonNull(connection);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(cap);
        restrictions = List.copyOf(restrictions);
        if (batchSize != null && (batchSize < 1 || batchSize > MOST_BATCH)) {
            throw new IllegalArgumentException("The batch size must be 1 to " + MOST_BATCH + ", not " + batchSize);
        }
    }

    /** The same with other restrictions. */
    public CleanupRequest restrictedBy(List<PlanRestriction> narrower) {
        return new CleanupRequest(connection, policy, cap, preview, batchSize, narrower);
    }

    /** The same as a preview, or as a removal. */
    public CleanupRequest asPreview(boolean only) {
        return new CleanupRequest(connection, policy, cap, only, batchSize, restrictions);
    }
}
