package io.jenkins.plugins.authtokencleanup.testserver;

/** How much of a token its own column shows. */
public enum TokenText {
    /** All 32 characters. */
    CLEAR,
    /** The first four characters and asterisks. */
    MASKED,
    /** The number of the row, padded to the length of a masked token: moves to other tokens when rows go. */
    ROW_NUMBER
}
