package io.jenkins.plugins.authtokencleanup.testserver;

/** How the shell sends a visitor who is not signed in to the login page. */
public enum RedirectStyle {
    /**
     * Status 200, a script sets {@code window.parent.location.href} to an absolute address with {@code \xNN} escapes.
     */
    SCRIPT_PARENT,
    /** Status 200, a script sets {@code location.href} to a path with {@code \/} and {@code \xNN} escapes. */
    SCRIPT,
    /** Status 302. */
    HTTP
}
