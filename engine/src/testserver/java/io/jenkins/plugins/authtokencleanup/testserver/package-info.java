package io.jenkins.plugins.authtokencleanup.testserver;

/**
 * A stateful stand-in for the accounts pages of Zoho Analytics On-Premise, after the wire contract: both generations.
 * Depends on the JDK and, for JSON, on Jackson. Start with
 * {@link io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer#configure()}.
 */
