package io.jenkins.plugins.authtokencleanup.engine.plan;

import java.util.function.Consumer;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;

/**
 * Notices that very many or very few tokens are listed: more than half more, or less, than the last run left.
 *
 * @param before how many the last run left
 * @param fail whether the run stops then, before anything is removed
 */
public record SurpriseCheck(int before, boolean fail) implements PlanRestriction {

    @Override
    public void checkListing(int listed, Consumer<String> warnings) throws CleanupException {
        if (before == 0 || Math.abs((long) listed - before) * 2 <= before) {
            return;
        }
        String words = listed + " AuthTokens are listed, and the last run left " + before;
        if (fail) {
            throw new CleanupException(Problem.SURPRISING_LISTING, "Compare with the last run", words + ", which was not to be expected");
        }
        warnings.accept(words);
    }
}
