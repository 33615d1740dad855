package io.jenkins.plugins.authtokencleanup;

/** Which JVM talks to the Analytics server. */
public enum ConnectFrom {
    CONTROLLER,
    /** For servers that only the agent reaches. The credentials travel there over the encrypted channel. */
    AGENT
}
