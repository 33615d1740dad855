package io.jenkins.plugins.authtokencleanup.testserver;

/** Where pages show their CSRF value. The cookie is there as well, unless switched off. */
public enum CsrfSource {
    /** The JavaScript global {@code csrfParam} of the shell and of the login page. */
    PAGE,
    /** A hidden field in the shell, the panel and the login page. */
    HIDDEN_FIELD,
    /** Nowhere but in the cookie (the plain form of {@link LoginGeneration#FORM} still carries it). */
    COOKIE_ONLY
}
