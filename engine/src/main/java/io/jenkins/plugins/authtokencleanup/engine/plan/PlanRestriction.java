package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Narrows a plan down: an approved preview, a grace period. Can only keep tokens that would go without it. */
public interface PlanRestriction extends Serializable {
    /** Restricts nothing. */
    PlanRestriction NONE = new AllRestrictions(List.of());

    /**
     * Refuses a run that it was not made for. Asked before the server is contacted.
     *
     * @param server the server's address
     * @param account the account's name
     * @param policy which tokens count as unused
     * @throws CleanupException if it belongs to another server, account or policy
     */
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

    /**
     * Why an unused token stays all the same.
     *
     * @param row the row that would be named in the removal request
     * @return null if it may go
     */
    default Reason reasonToKeep(AuthToken row) {
        return null;
    }

    /**
     * When an unused token may go, if that is a matter of time.
     *
     * @param row the token's row
     * @return null if it is not
     */
    default Instant dueAt(AuthToken row) {
        return null;
    }

    /**
     * Several restrictions at once.
     *
     * @param all a token goes only if each of them lets it go
     * @return the restriction
     */
    static PlanRestriction allOf(List<PlanRestriction> all) {
        return new AllRestrictions(all);
    }
}
