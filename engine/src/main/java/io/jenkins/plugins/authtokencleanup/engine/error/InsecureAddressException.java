package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The address would send the password unencrypted over the network. */
public final class InsecureAddressException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public InsecureAddressException(String tried, String came) {
        super(
                ExitCode.USAGE,
                tried,
                came,
                "Use an https address, or allow http explicitly if the network is trusted");
    }
}
