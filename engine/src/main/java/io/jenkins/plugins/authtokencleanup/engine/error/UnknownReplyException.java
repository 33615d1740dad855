package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** A page or reply that we don't know. */
public final class UnknownReplyException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public UnknownReplyException(String tried, String came) {
        super(
                ExitCode.NOT_RECOGNISED,
                tried,
                came,
                "Open the server in a browser and look for an error there; run the doctor command for details");
    }
}
