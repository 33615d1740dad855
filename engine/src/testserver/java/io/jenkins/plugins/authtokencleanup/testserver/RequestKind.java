package io.jenkins.plugins.authtokencleanup.testserver;

/** What a request is for, by its method and path alone. */
public enum RequestKind {
    /** {@code GET /iam/u/h}. */
    SHELL,
    /** {@code GET} of the login page. */
    LOGIN_PAGE,
    /** First request of {@link LoginGeneration#V2}; carries no password. */
    LOGIN_LOOKUP,
    /** The request that carries the password. */
    LOGIN,
    /** {@code GET /iam/ui/settings/api-tokens.jsp}. */
    PANEL,
    /** {@code POST /iam/u/authtoken}. */
    REMOVE,
    /** {@code GET /iam/logout}. */
    LOGOUT,
    /** Anything else. */
    OTHER
}
