package io.jenkins.plugins.authtokencleanup.engine.policy;

import java.util.List;

/** Policies for tests. */
public final class Policies {
    private Policies() {}

    /** The vendor's procedure and nothing more. */
    public static CleanupPolicy vendorsAdvice() {
        return olderThan(CleanupPolicy.DEFAULT_DAYS);
    }

    public static CleanupPolicy olderThan(int days) {
        return new CleanupPolicy(days, NeverUsed.KEEP, List.of(), 0);
    }
}
