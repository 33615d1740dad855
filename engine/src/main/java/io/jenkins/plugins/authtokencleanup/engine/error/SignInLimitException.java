package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The account's sign-ins of the day are used up. */
public final class SignInLimitException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public SignInLimitException(String tried, String came) {
        super(
                ExitCode.SIGN_IN_REFUSED,
                tried,
                came,
                "Run again tomorrow, and less often");
    }
}
