package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server does not let this account remove AuthTokens. */
public final class WriteDeniedException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public WriteDeniedException(String tried, String came) {
        super(
                ExitCode.SOME_FAILED,
                tried,
                came,
                "Use an account that may remove its AuthTokens, or ask the server's administrator whether it is in read-only mode");
    }
}
