package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** More AuthTokens would be removed than the cap allows. */
public final class CapExceededException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public CapExceededException(String tried, String came) {
        super(
                ExitCode.REFUSED,
                tried,
                came,
                "Look at the preview; if all of them may go, raise the cap");
    }
}
