package io.jenkins.plugins.authtokencleanup.testserver;

/** What the Last Accessed Time cell holds for a token that was never used. */
public enum NeverUsedStyle {
    /** A hyphen. */
    DASH,
    /** A no-break space. */
    BLANK,
    /** The creation time, written like any other date. */
    CREATION_TIME,
    /** The word "Never". */
    NEVER_WORD
}
