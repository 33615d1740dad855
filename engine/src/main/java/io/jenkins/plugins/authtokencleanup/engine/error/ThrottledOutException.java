package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server kept asking us to slow down, longer than we wait. */
public final class ThrottledOutException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public ThrottledOutException(String tried, String came) {
        super(
                ExitCode.NOT_REACHED,
                tried,
                came,
                "Run again later, or with a smaller batch size");
    }
}
