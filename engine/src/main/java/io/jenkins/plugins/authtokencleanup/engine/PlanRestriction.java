package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.error.PlanRefusedException;

/** Narrows a plan down: an approved preview, a grace period. It can only keep tokens that would go without it. */
public interface PlanRestriction {
    /** Restricts nothing. */
    PlanRestriction NONE = new PlanRestriction() {};

    /**
     * Refuses a run that it was not made for. Asked before the server is contacted.
     *
     * @param server the server's address
     * @param account the account's name
     * @param policy what the user says
     * @throws PlanRefusedException if it belongs to another server, account or policy
     */
    default void check(String server, String account, CleanupPolicy policy) throws PlanRefusedException {}

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
}
