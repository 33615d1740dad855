package io.jenkins.plugins.authtokencleanup.testserver;

/** What the JSON page answers to a list or a removal when the session has ended. */
public enum SessionEnd {
    /** The redirect to the sign-in page, in the server's style. */
    REDIRECT,
    /** JSON with code {@code Z113}. */
    Z113
}
