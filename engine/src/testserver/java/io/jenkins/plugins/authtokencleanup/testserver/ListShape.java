package io.jenkins.plugins.authtokencleanup.testserver;

/** What the list of AuthTokens has in the place of the tokens. */
public enum ListShape {
    /** An object whose keys are the handles; no key at all without tokens. */
    OBJECT,
    /** {@code {"exception_occured":true}}: a fault of the server. */
    EXCEPTION,
    /** An array of the tokens. */
    ARRAY,
    /** The whole {@code User} is missing. */
    NO_USER
}
