package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The approved plan can't be used. */
public final class PlanRefusedException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public PlanRefusedException(String tried, String came) {
        super(
                ExitCode.REFUSED,
                tried,
                came,
                "Make a new preview with the same server, account and policy, and approve that");
    }
}
