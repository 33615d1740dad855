package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The login page is none that we know. */
public final class UnknownLoginPageException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public UnknownLoginPageException(String tried, String came) {
        super(
                ExitCode.NOT_RECOGNISED,
                tried,
                came,
                "Open the address in a browser: it must be Zoho Analytics On-Premise or ManageEngine Analytics Plus with its own login page, not a single sign-on page");
    }
}
