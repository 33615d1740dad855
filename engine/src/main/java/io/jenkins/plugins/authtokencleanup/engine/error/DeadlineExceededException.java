package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** An exchange was not over in time, headers and body together. */
public final class DeadlineExceededException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public DeadlineExceededException(String tried, String came) {
        super(
                ExitCode.NOT_REACHED,
                tried,
                came,
                "Check whether the server is busy, or allow more time with the time-out setting");
    }
}
