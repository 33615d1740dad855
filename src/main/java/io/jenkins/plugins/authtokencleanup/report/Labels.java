package io.jenkins.plugins.authtokencleanup.report;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;

/** Localized labels and styles for the engine's constants. */
final class Labels {
    private Labels() {}

    static String of(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> Messages.outcomeDone();
            case PARTIAL -> Messages.outcomePartial();
            case REFUSED -> Messages.outcomeRefused();
            case FAILED -> Messages.outcomeFailed();
            case INTERRUPTED -> Messages.outcomeInterrupted();
        };
    }

    static String alertClass(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> "jenkins-alert-success";
            case PARTIAL, INTERRUPTED -> "jenkins-alert-warning";
            case REFUSED, FAILED -> "jenkins-alert-danger";
        };
    }

    static String of(TokenOutcome outcome) {
        return switch (outcome) {
            case REMOVED -> Messages.removed();
            case KEPT -> Messages.kept();
            case FAILED -> Messages.failed();
            case NOT_ATTEMPTED -> Messages.notAttempted();
            case WOULD_REMOVE -> Messages.wouldRemove();
        };
    }

    static String of(Reason reason) {
        return switch (reason) {
            case UNUSED -> Messages.unused();
            case RECENTLY_USED -> Messages.recentlyUsed();
            case PROTECTED -> Messages.protectedByPattern();
            case NEWEST -> Messages.newest();
            case NEVER_USED -> Messages.neverUsed();
            case UNKNOWN_DATE -> Messages.unknownDate();
            case IN_GRACE -> Messages.inGrace();
            case NOT_IN_APPROVED_PLAN -> Messages.notInApprovedPlan();
            case USED_MEANWHILE -> Messages.usedMeanwhile();
            case NO_HANDLE -> Messages.noHandle();
        };
    }

    static String of(ReportQuery.Sort sort) {
        return switch (sort) {
            case PAGE -> Messages.sortPage();
            case OLDEST -> Messages.sortOldest();
            case NEWEST -> Messages.sortNewest();
            case DESCRIPTION -> Messages.sortDescription();
            case OUTCOME -> Messages.sortOutcome();
        };
    }
}
