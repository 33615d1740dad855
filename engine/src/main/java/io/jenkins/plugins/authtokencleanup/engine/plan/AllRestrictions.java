package io.jenkins.plugins.authtokencleanup.engine.plan;

import java.util.function.Consumer;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Instant;
import java.util.List;

/** Several restrictions at once: a token goes only if all of them let it go. */
record AllRestrictions(List<PlanRestriction> all) implements PlanRestriction {
    AllRestrictions {
        all = List.copyOf(all);
    }

    @Override
    public void check(String server, String account, CleanupPolicy policy) throws CleanupException {
        for (PlanRestriction one : all) {
            one.check(server, account, policy);
        }
    }

    @Override
    public void listedAt(Instant serverTime) {
        all.forEach(one -> one.listedAt(serverTime));
    }

    @Override
    public void checkListing(int listed, Consumer<String> warnings) throws CleanupException {
        for (PlanRestriction one : all) {
            one.checkListing(listed, warnings);
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
