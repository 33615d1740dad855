package io.jenkins.plugins.authtokencleanup.engine.policy;

/** What the policy says about a token. */
public enum Verdict {
    REMOVE,
    KEEP
}
