package io.jenkins.plugins.authtokencleanup.engine.report;

/** What became of a token in a run. */
public enum TokenOutcome {
    /** Asked to be removed, and no longer on the server. */
    REMOVED,
    KEPT,
    /** Asked to be removed, and still there, or not known to be gone. */
    FAILED,
    /** To be removed, but never asked for. */
    NOT_ATTEMPTED,
    /** A preview: it would have been removed. */
    WOULD_REMOVE
}
