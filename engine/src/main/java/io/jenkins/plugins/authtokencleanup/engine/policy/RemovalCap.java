package io.jenkins.plugins.authtokencleanup.engine.policy;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.io.Serializable;

/**
 * How much one run may remove. Over the cap nothing at all is removed.
 *
 * @param maxRemovals the most tokens to remove, null for no such cap
 * @param maxRemovalPercent the most tokens to remove, in percent of the tokens listed, 0 to 100; null for no such cap
 */
public record RemovalCap(Integer maxRemovals, Integer maxRemovalPercent) implements Serializable {
    /** No cap. */
    public static final RemovalCap NONE = new RemovalCap(null, null);

    public RemovalCap {
        if (maxRemovals != null && maxRemovals < 0) {
            throw new IllegalArgumentException("The most removals a run may make can't be negative: " + maxRemovals);
        }
        if (maxRemovalPercent != null && (maxRemovalPercent < 0 || maxRemovalPercent > 100)) {
            throw new IllegalArgumentException("Percent must be 0 to 100, not " + maxRemovalPercent);
        }
    }

    /**
     * How many may go in a run.
     *
     * @param listed how many tokens the first listing has
     * @return a number that no run exceeds, {@link Long#MAX_VALUE} without a cap
     */
    public long most(int listed) {
        long byNumber = maxRemovals == null ? Long.MAX_VALUE : maxRemovals;
        long byPercent = maxRemovalPercent == null ? Long.MAX_VALUE : (long) maxRemovalPercent * listed / 100;
        return Math.min(byNumber, byPercent);
    }

    /**
     * Refuses a plan that is over the cap.
     *
     * @param removals how many the run would remove in all
     * @param listed how many tokens are listed
     * @throws CleanupException if that is more than the cap allows
     */
    public void check(int removals, int listed) throws CleanupException {
        String tried = "Plan to remove " + removals + " of " + listed + " AuthTokens";
        if (maxRemovals != null && removals > maxRemovals) {
            throw new CleanupException(Problem.OVER_CAP, tried, "the cap is " + maxRemovals + " removals a run");
        }
        if (maxRemovalPercent != null && removals * 100L > (long) maxRemovalPercent * listed) {
            throw new CleanupException(
                    Problem.OVER_CAP, tried, "the cap is " + maxRemovalPercent + " percent of the tokens listed");
        }
    }
}
