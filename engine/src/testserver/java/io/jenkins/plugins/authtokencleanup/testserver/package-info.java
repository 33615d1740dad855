package io.jenkins.plugins.authtokencleanup.testserver;

/**
 * A stateful stand-in for the accounts pages of Zoho Analytics On-Premise, after the wire contract. Depends on the JDK
 * alone. Start with {@link io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer#configure()}.
 */
