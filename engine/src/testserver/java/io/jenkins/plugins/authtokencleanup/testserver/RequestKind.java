package io.jenkins.plugins.authtokencleanup.testserver;

/** What a request is for, by its method and path alone. */
public enum RequestKind {
    /** {@code GET /iam/u/h}; on {@link AccountsPage#JSON} also {@code GET /iam/home}, where it leads. */
    SHELL,
    /** {@code GET} of the login page, or of the address that leads there. */
    LOGIN_PAGE,
    /** First request of {@link LoginGeneration#V2} and of the JSON page's sign-in; carries no password. */
    LOGIN_LOOKUP,
    /** The request that carries the password. */
    LOGIN,
    /** {@code GET /iam/ui/settings/api-tokens.jsp}; on {@link AccountsPage#JSON} the list of AuthTokens. */
    PANEL,
    /** {@code POST /iam/u/authtoken}; on {@link AccountsPage#JSON} below {@code activeauthtokens}. */
    REMOVE,
    /** {@code GET /iam/logout}. */
    LOGOUT,
    /** Anything else. */
    OTHER
}
