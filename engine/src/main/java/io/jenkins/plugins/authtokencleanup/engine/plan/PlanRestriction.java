package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Narrows a plan down: an approved preview, a grace period. It can only keep tokens that would go without it. */
public interface PlanRestriction extends Serializable {
    /** Restricts nothing. */
    PlanRestriction NONE = new Unrestricted();

    /**
     * Refuses a run that it was not made for. Asked before the server is contacted.
     *
     * @param server the server's address
     * @param account the account's name
     * @param policy what the user says
     * @throws CleanupException if it belongs to another server, account or policy
     */
    default void check(String server, String account, CleanupPolicy policy) throws CleanupException {}

    /**
     * Is told the time by which it judges, before it is asked for the first token.
     *
     * @param serverTime the server's clock when it listed the tokens
     */
    default void listedAt(Instant serverTime) {}

    /**
     * Looks at a listing as a whole, before anything is removed.
     *
     * @param listed how many tokens are listed
     * @param warnings receives what is odd about it
     * @throws CleanupException if the run must not go on
     */
    default void checkListing(int listed, Consumer<String> warnings) throws CleanupException {}

    /**
     * Whether a token that is unused stays all the same.
     *
     * @param id the token's id, as reports have it
     * @param token the token
     * @return why it stays, or null if it may go
     */
    default Reason reasonToKeep(String id, AuthToken token) {
        return null;
    }

    /**
     * When a token that is unused may go, as far as this restriction is about time.
     *
     * @param id the token's id, as reports have it
     * @param token the token
     * @return an instant, null if time has nothing to do with it
     */
    default Instant dueAt(String id, AuthToken token) {
        return null;
    }

    /** Restricts nothing. */
    record Unrestricted() implements PlanRestriction {}

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
