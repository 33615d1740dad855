package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server ended the session. */
public final class SessionLostException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public SessionLostException(String tried, String came) {
        super(
                ExitCode.NOT_RECOGNISED,
                tried,
                came,
                "Run again; if it happens each time, look whether something else signs this account out");
    }
}
