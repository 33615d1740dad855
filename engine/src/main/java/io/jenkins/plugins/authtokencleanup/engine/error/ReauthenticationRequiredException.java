package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server wants the password again before it shows or changes AuthTokens. */
public final class ReauthenticationRequiredException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public ReauthenticationRequiredException(String tried, String came) {
        super(
                ExitCode.SIGN_IN_REFUSED,
                tried,
                came,
                "Open the AuthTokens page in a browser with this account and see what the server asks for; if it always asks, this account can't be used unattended");
    }
}
