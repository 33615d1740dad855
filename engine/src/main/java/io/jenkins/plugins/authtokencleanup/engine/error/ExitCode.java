package io.jenkins.plugins.authtokencleanup.engine.error;

/** How a run ended, as the command line's exit code. */
public enum ExitCode {
    DONE(0),
    UNEXPECTED(1),
    USAGE(2),
    /** Wrong password, CAPTCHA, second factor, lock-out, password wanted again. */
    SIGN_IN_REFUSED(3),
    /** Not reached, not trusted, or not in time. */
    NOT_REACHED(4),
    /** A page or a reply that we don't know. */
    NOT_RECOGNISED(5),
    /** Over the cap, or not the approved plan: nothing was removed. */
    REFUSED(6),
    /** Some removals failed. */
    SOME_FAILED(7),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process exit status, 0 to 255. */
    public int number() {
        return number;
    }
}
