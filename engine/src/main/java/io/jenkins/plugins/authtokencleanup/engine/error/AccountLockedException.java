package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The account is locked or disabled. */
public final class AccountLockedException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public AccountLockedException(String tried, String came) {
        super(
                ExitCode.SIGN_IN_REFUSED,
                tried,
                came,
                "Have the account unlocked by an administrator of the server, then check the stored password before the next run");
    }
}
