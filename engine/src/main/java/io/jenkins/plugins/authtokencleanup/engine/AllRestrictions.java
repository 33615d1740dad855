package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.error.PlanRefusedException;
import io.jenkins.plugins.authtokencleanup.engine.error.SurprisingListingException;
import java.time.Instant;
import java.util.List;

/** Several restrictions at once: a token goes only if all of them let it go. */
record AllRestrictions(List<PlanRestriction> all) implements PlanRestriction {
    AllRestrictions {
        all = List.copyOf(all);
    }

    @Override
    public void check(String server, String account, CleanupPolicy policy) throws PlanRefusedException {
        for (PlanRestriction one : all) {
            one.check(server, account, policy);
        }
    }

    @Override
    public void listedAt(Instant serverTime) {
        all.forEach(one -> one.listedAt(serverTime));
    }

    @Override
    public void checkListing(int listed, CleanupListener listener) throws SurprisingListingException {
        for (PlanRestriction one : all) {
            one.checkListing(listed, listener);
        }
    }

    @Override
    public Reason reasonToKeep(String id, AuthToken token) {
        for (PlanRestriction one : all) {
            Reason reason = one.reasonToKeep(id, token);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    @Override
    public Instant dueAt(String id, AuthToken token) {
        Instant latest = null;
        for (PlanRestriction one : all) {
            Instant due = one.dueAt(id, token);
            if (due != null && (latest == null || due.isAfter(latest))) {
                latest = due;
            }
        }
        return latest;
    }
}
