package io.jenkins.plugins.authtokencleanup.engine.error;

import io.jenkins.plugins.authtokencleanup.engine.ExitCode;

/**
 * Something that the user can do something about. The message has three parts: what was tried, what came back, what
 * to do next. None of them ever holds a password, a cookie, a CSRF value or a token's handle.
 */
public abstract class CleanupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String tried;
    private final String came;
    private final String advice;

    /**
     * A failure in three parts, each without a full stop at its end.
     *
     * @param exitCode how the command line ends on it
     * @param tried what was tried
     * @param came what came back
     * @param advice what the user can do
     */
    protected CleanupException(ExitCode exitCode, String tried, String came, String advice) {
        super(tried + ": " + came + (came.endsWith(".") ? " " : ". ") + advice + ".");
        this.exitCode = exitCode;
        this.tried = tried;
        this.came = came;
        this.advice = advice;
    }

    /**
     * How the command line ends on it.
     *
     * @return never null
     */
    public ExitCode exitCode() {
        return exitCode;
    }

    /**
     * What was tried.
     *
     * @return a phrase without a full stop
     */
    public String tried() {
        return tried;
    }

    /**
     * What came back, cut and cleaned.
     *
     * @return a phrase without a full stop
     */
    public String came() {
        return came;
    }

    /**
     * What the user can do about it.
     *
     * @return a phrase without a full stop
     */
    public String advice() {
        return advice;
    }
}
