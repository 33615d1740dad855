package io.jenkins.plugins.authtokencleanup.engine.report;

import java.util.List;

/**
 * How many tokens had which outcome. {@code listed} is always the sum of all the others.
 *
 * @param listed all tokens that the run saw
 * @param removed gone
 * @param kept kept on purpose
 * @param failed asked to be removed, but not known to be gone
 * @param notAttempted to be removed, but never asked for
 * @param wouldRemove what a preview would remove
 */
public record TokenCounts(int listed, int removed, int kept, int failed, int notAttempted, int wouldRemove) {

    /** Counts the outcomes of a report's tokens. */
    public static TokenCounts of(List<TokenReport> tokens) {
        int[] counts = new int[TokenOutcome.values().length];
        for (TokenReport token : tokens) {
            counts[token.outcome().ordinal()]++;
        }
        return new TokenCounts(
                tokens.size(),
                counts[TokenOutcome.REMOVED.ordinal()],
                counts[TokenOutcome.KEPT.ordinal()],
                counts[TokenOutcome.FAILED.ordinal()],
                counts[TokenOutcome.NOT_ATTEMPTED.ordinal()],
                counts[TokenOutcome.WOULD_REMOVE.ordinal()]);
    }
}
