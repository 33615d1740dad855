package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;

/**
 * What the build step and the pipeline step show of their optional parameters, for the form and the snippet generator.
 * Jenkins looks for setters in classes only, so each step has its own.
 */
public interface CleanupStep {
    CleanupParameters parameters();

    default int getOlderThanDays() {
        return parameters().olderThanDays();
    }

    default boolean isPreview() {
        return parameters().preview();
    }

    default NeverUsed getNeverUsed() {
        return parameters().neverUsed();
    }

    default String getProtect() {
        return parameters().protect();
    }

    default int getKeepNewest() {
        return parameters().keepNewest();
    }

    default Integer getMaxRemovals() {
        return parameters().maxRemovals();
    }

    default Integer getMaxRemovalPercent() {
        return parameters().maxRemovalPercent();
    }

    default String getApprovedPlan() {
        return parameters().approvedPlan();
    }

    default int getGraceDays() {
        return parameters().graceDays();
    }

    default boolean isFailOnSurprise() {
        return parameters().failOnSurprise();
    }

    default Integer getExpectedCount() {
        return parameters().expectedCount();
    }

    default String getTrustedCertificates() {
        return parameters().trustedCertificates();
    }

    default String getServerTimeZone() {
        return parameters().serverTimeZone();
    }

    default int getTimeoutSeconds() {
        return parameters().timeoutSeconds();
    }

    default Integer getBatchSize() {
        return parameters().batchSize();
    }

    default ConnectFrom getConnectFrom() {
        return parameters().connectFrom();
    }

    default boolean isAllowHttp() {
        return parameters().allowHttp();
    }
}
