package io.jenkins.plugins.authtokencleanup.engine.report;

import io.jenkins.plugins.authtokencleanup.engine.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.TokenOutcome;

/** Outcomes in words, for people. */
final class OutcomeWords {
    private OutcomeWords() {}

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
