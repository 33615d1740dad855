package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.io.Serializable;
import java.time.Instant;
import java.util.function.Consumer;

/** Narrows a plan down: an approved preview, a grace period. Can only keep tokens that would go without it. */
public interface PlanRestriction extends Serializable {
    /** Refuses a run for another server, account or policy. Asked before the server is contacted. */
    default void check(String server, String account, CleanupPolicy policy) throws CleanupException {}

    /**
     * Looks at the first listing, before it is asked for any token.
     *
     * @param page the listing
     * @param warnings receives what the user should know, a sentence without a full stop each
     * @throws CleanupException if nothing must be removed
     */
    default void listed(ListedPage page, Consumer<String> warnings) throws CleanupException {}

    /** Whether a person has looked at what is to be removed. */
    default boolean approved() {
        return false;
    }

    /** Why an unused token stays, null if it may go. Asked with the row that a removal request would name. */
    default Reason reasonToKeep(AuthToken row) {
        return null;
    }

    /** When an unused token may go, null if that is not a matter of time. */
    default Instant dueAt(AuthToken row) {
        return null;
    }
}
