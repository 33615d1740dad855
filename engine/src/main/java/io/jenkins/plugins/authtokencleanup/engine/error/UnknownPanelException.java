package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The AuthTokens page is not as we know it, or not complete. It is never taken for an empty one. */
public final class UnknownPanelException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public UnknownPanelException(String tried, String came) {
        super(
                ExitCode.NOT_RECOGNISED,
                tried,
                came,
                "Nothing is removed on the word of such a page. Run the doctor command, and compare with the page /iam/u/h#sessions/userauthtoken in a browser");
    }
}
