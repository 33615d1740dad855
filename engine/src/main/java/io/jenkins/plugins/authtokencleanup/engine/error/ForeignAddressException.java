package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server wants to send us, or the password, to another origin than the configured one. */
public final class ForeignAddressException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public ForeignAddressException(String tried, String came) {
        super(
                ExitCode.NOT_REACHED,
                tried,
                came,
                "If that address is the right one, configure it as the server's address; the password is sent to no other");
    }
}
