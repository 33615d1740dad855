package io.jenkins.plugins.authtokencleanup.report;

import hudson.EnvVars;
import hudson.Util;

/** What later steps of a freestyle build find in their environment. */
final class ReportVariables {
    private ReportVariables() {}

    static void put(ReportAction report, EnvVars variables) {
        variables.put("AUTHTOKENS_OUTCOME", report.getOutcome());
        variables.put("AUTHTOKENS_LISTED", Integer.toString(report.getListed()));
        variables.put("AUTHTOKENS_REMOVED", Integer.toString(report.getRemoved()));
        variables.put("AUTHTOKENS_KEPT", Integer.toString(report.getKept()));
        variables.put("AUTHTOKENS_FAILED", Integer.toString(report.getFailed()));
        variables.put("AUTHTOKENS_NOT_ATTEMPTED", Integer.toString(report.getNotAttempted()));
        variables.put("AUTHTOKENS_WOULD_REMOVE", Integer.toString(report.getWouldRemove()));
        variables.put("AUTHTOKENS_IN_GRACE", Integer.toString(report.getInGrace()));
        variables.put("AUTHTOKENS_PLAN", Util.fixNull(report.getPlanFingerprint()));
    }
}
