package io.jenkins.plugins.authtokencleanup.testserver;

/**
 * What happens to a {@code delete_selected} list that has a bad handle in it; the real server's choice is not known.
 */
public enum BadHandlePolicy {
    /** Nothing is removed, {@code INVALID_TOKEN}. */
    REJECT_ALL,
    /** The good ones are removed, {@code SUCCESS_SELECTED}. */
    SKIP_BAD_SUCCESS,
    /** The good ones are removed, {@code INVALID_TOKEN}. */
    SKIP_BAD_INVALID,
    /** Those before the first bad one are removed, {@code INVALID_TOKEN}. */
    STOP_AT_BAD
}
