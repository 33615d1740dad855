package io.jenkins.plugins.authtokencleanup.engine.iam;

/**
 * What the doctor saw at one step.
 *
 * @param status how it is
 * @param step which step, in a word or two
 * @param saw what was seen
 * @param advice what to do about it, empty for nothing
 */
public record DoctorFinding(Status status, String step, String saw, String advice) {

    /** How a step went. */
    public enum Status {
        OK,
        /** It works, but should be looked at. */
        WARNING,
        /** It stops a cleanup. */
        PROBLEM
    }
}
