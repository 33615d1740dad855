package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;

/** Outcomes in words, for people. */
final class OutcomeLabels {
    private OutcomeLabels() {}

    static String of(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> "Done";
            case PARTIAL -> "Some removals failed";
            case REFUSED -> "Refused, nothing was removed";
            case FAILED -> "Failed";
            case INTERRUPTED -> "Interrupted";
        };
    }

    static String of(TokenOutcome outcome) {
        return switch (outcome) {
            case REMOVED -> "Removed";
            case KEPT -> "Kept";
            case FAILED -> "Failed";
            case NOT_ATTEMPTED -> "Not attempted";
            case WOULD_REMOVE -> "Would be removed";
        };
    }
}
