package io.jenkins.plugins.authtokencleanup.testserver;

/** Which accounts page the server has. Clients recognise it by its content, not by a version. */
public enum AccountsPage {
    /** The AuthTokens as an HTML table; sections 2, 5 and 6 of the wire contract. */
    CLASSIC,
    /** The AuthTokens as JSON, drawn by a script; sections 9 and 10. Has the sign-in page of section 8 by default. */
    JSON
}
