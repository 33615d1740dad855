package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/** Many more or many fewer AuthTokens are listed than was to be expected. */
public final class SurprisingListingException extends CleanupException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with the usual advice.
     *
     * @param tried what was tried, without a full stop
     * @param came what came back, cut and cleaned, without a full stop
     */
    public SurprisingListingException(String tried, String came) {
        super(
                ExitCode.REFUSED,
                tried,
                came,
                "Look at the AuthTokens in the report; if this is how it should be, run again: this run counts as the last one then");
    }
}
