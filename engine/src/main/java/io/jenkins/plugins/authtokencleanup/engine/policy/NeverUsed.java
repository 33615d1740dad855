package io.jenkins.plugins.authtokencleanup.engine.policy;

/** What becomes of tokens without a last access. */
public enum NeverUsed {
    /** They are kept. */
    KEEP,
    /** They are judged by their creation time, and kept where the page does not show it. */
    JUDGE
}
