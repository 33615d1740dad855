package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What the pipeline step returns. */
public final class CleanupResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String outcome;
    private final String message;
    private final String planFingerprint;
    private final int listed;
    private final int removed;
    private final int kept;
    private final int failed;
    private final int notAttempted;
    private final int wouldRemove;
    private final ArrayList<CleanupResultToken> tokens;

    CleanupResult(CleanupReport report) {
        TokenCounts counts = report.counts();
        outcome = report.outcome().name();
        message = report.message();
        planFingerprint = report.planFingerprint();
        listed = counts.listed();
        removed = counts.removed();
        kept = counts.kept();
        failed = counts.failed();
        notAttempted = counts.notAttempted();
        wouldRemove = counts.wouldRemove();
        tokens = new ArrayList<>();
        report.tokens().forEach(token -> tokens.add(new CleanupResultToken(token)));
    }

    /** How the cleanup ended: DONE or PARTIAL; any other outcome fails the step. */
    @Whitelisted
    public String getOutcome() {
        return outcome;
    }

    /** One sentence about the outcome. */
    @Whitelisted
    public String getMessage() {
        return message;
    }

    /** Identifies the plan. A preview's fingerprint is what {@code approvedPlan} takes. */
    @Whitelisted
    public String getPlanFingerprint() {
        return planFingerprint;
    }

    /** All tokens listed: the sum of the other counts. */
    @Whitelisted
    public int getListed() {
        return listed;
    }

    @Whitelisted
    public int getRemoved() {
        return removed;
    }

    @Whitelisted
    public int getKept() {
        return kept;
    }

    /** How many were requested to be removed, but are not known to be gone. */
    @Whitelisted
    public int getFailed() {
        return failed;
    }

    /** How many were planned, but never requested to be removed. */
    @Whitelisted
    public int getNotAttempted() {
        return notAttempted;
    }

    /** How many a preview would remove. */
    @Whitelisted
    public int getWouldRemove() {
        return wouldRemove;
    }

    /** All tokens, each with verdict and reason. */
    @Whitelisted
    public List<CleanupResultToken> getTokens() {
        return new ArrayList<>(tokens);
    }

    @Whitelisted
    @Override
    public String toString() {
        return outcome + ": " + message;
    }
}
