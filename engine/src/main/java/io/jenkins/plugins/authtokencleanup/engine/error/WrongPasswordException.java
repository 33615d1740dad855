package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server refused the account or its password. */
public final class WrongPasswordException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public WrongPasswordException(String tried, String came) {
        super(
                ExitCode.SIGN_IN_REFUSED,
                tried,
                came,
                "Check account name and password in a browser before the next run: repeated wrong attempts can lock the account. Accounts of a directory or of SAML need a local password");
    }
}
