package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.util.function.Consumer;

/**
 * Notices that the number of listed tokens changed by more than half since the last removal run.
 *
 * @param before how many tokens the last removal run left, null if there was none
 * @param fail whether a surprise stops the run before anything is removed; a preview only warns
 * @param expected the number of tokens that a person expects; a listing of exactly this number is no surprise. Null for
 *     none
 */
public record SurpriseCheck(Integer before, boolean fail, Integer expected) implements PlanRestriction {
    @Override
    public void listed(ListedPage page, Consumer<String> warnings) throws CleanupException {
        if (before == null) {
            if (fail) {
                warnings.accept("There is no earlier removal to compare the number of AuthTokens with: failOnSurprise"
                        + " begins with the next run");
            }
            return;
        }
        if (before == 0 || Math.abs((long) page.tokens() - before) * 2 <= before) {
            return;
        }
        String surprise = page.tokens() + " AuthTokens are listed, and the last removal run left " + before;
        if (fail && !page.preview() && (expected == null || expected != page.tokens())) {
            throw new CleanupException(
                    Problem.SURPRISING_LISTING,
                    "Compare with the last removal run",
                    surprise + (expected == null ? "" : ", not the " + expected + " of expectedCount"));
        }
        warnings.accept(surprise);
    }
}
