package io.jenkins.plugins.authtokencleanup.engine.error;

/**
 * A failure that the user can do something about. Its message says what was attempted, what was observed, and what to
 * do next. It never contains a password, a cookie, a CSRF value or a token's handle.
 */
public final class CleanupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String attempted;
    private final String observed;

    /**
     * A failure.
     *
     * @param problem its kind
     * @param attempted what was attempted, a phrase without a full stop
     * @param observed what was observed instead, cut and redacted, without a full stop
     */
    public CleanupException(Problem problem, String attempted, String observed) {
        super(attempted + ": " + observed + (observed.endsWith(".") ? " " : ". ") + problem.advice() + ".");
        this.problem = problem;
        this.attempted = attempted;
        this.observed = observed;
    }

    /** Its kind, never null. */
    public Problem problem() {
        return problem;
    }

    /** What was attempted, a phrase without a full stop. */
    public String attempted() {
        return attempted;
    }

    /** What was observed, a phrase without a full stop. */
    public String observed() {
        return observed;
    }
}
