package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The server's address can't be reached: no such host, refused, reset, or no answer in HTTP. */
public final class ServerUnreachableException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public ServerUnreachableException(String tried, String came) {
        super(
                ExitCode.NOT_REACHED,
                tried,
                came,
                "Check the server's address and port, the proxy, and whether the server is up");
    }
}
