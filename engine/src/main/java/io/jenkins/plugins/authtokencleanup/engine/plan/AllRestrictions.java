package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

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
    public void listed(ListedPage page, Consumer<String> warnings) throws CleanupException {
        for (PlanRestriction one : all) {
            one.listed(page, warnings);
        }
    }

    @Override
    public boolean approved() {
        return all.stream().anyMatch(PlanRestriction::approved);
    }

    @Override
    public Reason reasonToKeep(AuthToken row) {
        return all.stream()
                .map(one -> one.reasonToKeep(row))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Instant dueAt(AuthToken row) {
        return all.stream()
                .map(one -> one.dueAt(row))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
