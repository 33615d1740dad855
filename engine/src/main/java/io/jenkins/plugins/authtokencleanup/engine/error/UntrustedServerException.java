package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** The TLS handshake failed: the server's certificate is not trusted, expired, or for another host. */
public final class UntrustedServerException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failed handshake.
     *
     * @param tried what was tried
     * @param came what the server offered: subject, validity, SHA-256
     */
    public UntrustedServerException(String tried, String came) {
        super(
                ExitCode.NOT_REACHED,
                tried,
                came,
                "Compare the SHA-256 with the one that the server's administrator tells you; if it is the same, put the"
                        + " certificate, or its CA's, as PEM text into the trusted certificates (--trust FILE on the"
                        + " command line). Certificate checks can't be switched off");
    }
}
