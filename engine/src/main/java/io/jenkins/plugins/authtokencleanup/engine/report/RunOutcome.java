package io.jenkins.plugins.authtokencleanup.engine.report;

/** How a run ended. */
public enum RunOutcome {
    DONE,
    /** Some removals failed. */
    PARTIAL,
    /** Over the cap, or not the approved plan: nothing was removed. */
    REFUSED,
    FAILED,
    INTERRUPTED
}
