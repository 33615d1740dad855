package io.jenkins.plugins.authtokencleanup.testserver;

/** A column of the panel's table. The tick box always has a cell of its own in front of the first one. */
public enum Column {
    /** The token's text. */
    TOKEN,
    /** The nested table of scope and service names. */
    SCOPES,
    /** The address the token was made from. */
    IP,
    /** The display name. */
    DESCRIPTION,
    /** Time of creation. */
    CREATED,
    /** Last Accessed Time. */
    LAST_ACCESSED,
    /** The row's own Remove link. */
    ACTION,
    /** A column nobody has heard of: the first one is "Status", further ones are "Owner". */
    EXTRA
}
