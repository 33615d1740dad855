package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server wants a CAPTCHA solved. */
public final class CaptchaRequiredException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public CaptchaRequiredException(String tried, String came) {
        super(
                ExitCode.SIGN_IN_REFUSED,
                tried,
                came,
                "Sign in once in a browser with this account and solve the CAPTCHA, then run again");
    }
}
