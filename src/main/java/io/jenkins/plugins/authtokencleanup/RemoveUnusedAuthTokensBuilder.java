package io.jenkins.plugins.authtokencleanup;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.Builder;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The build step of freestyle jobs. */
public final class RemoveUnusedAuthTokensBuilder extends Builder implements SimpleBuildStep {
    private final CleanupParameters parameters;

    /**
     * A step with the defaults.
     *
     * @param serverUrl the server's address
     * @param credentialsId the id of credentials with user name and password
     */
    @DataBoundConstructor
    public RemoveUnusedAuthTokensBuilder(String serverUrl, String credentialsId) {
        parameters = new CleanupParameters(serverUrl, credentialsId);
    }

    /** A workspace brings an agent, which only a connection from the agent needs. */
    @Override
    public boolean requiresWorkspace() {
        return getConnectFrom() == ConnectFrom.AGENT;
    }

    @Override
    public void perform(Run<?, ?> run, EnvVars variables, TaskListener listener)
            throws InterruptedException, IOException {
        perform(run, variables, null, listener);
    }

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars variables, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        perform(run, variables, launcher, listener);
    }

    private void perform(Run<?, ?> run, EnvVars variables, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        CleanupParameters expanded = parameters;
        if (run instanceof AbstractBuild) {
            expanded = parameters.expanded(variables);
        } else {
            parameters.checkPlan();
        }
        CleanupTask task = new CleanupTask(expanded, run, listener, launcher == null ? null : launcher.getChannel());
        new BuildOutcome(task.perform()).applyTo(run, listener);
    }

    public String getServerUrl() {
        return parameters.serverUrl();
    }

    public String getCredentialsId() {
        return parameters.credentialsId();
    }

    public int getOlderThanDays() {
        return parameters.olderThanDays();
    }

    @DataBoundSetter
    public void setOlderThanDays(Integer value) {
        parameters.olderThanDays(value);
    }

    public boolean isPreview() {
        return parameters.preview();
    }

    @DataBoundSetter
    public void setPreview(boolean value) {
        parameters.preview(value);
    }

    public NeverUsed getNeverUsed() {
        return parameters.neverUsed();
    }

    @DataBoundSetter
    public void setNeverUsed(NeverUsed value) {
        parameters.neverUsed(value);
    }

    public String getProtect() {
        return parameters.protect();
    }

    @DataBoundSetter
    public void setProtect(String value) {
        parameters.protect(value);
    }

    public int getKeepNewest() {
        return parameters.keepNewest();
    }

    @DataBoundSetter
    public void setKeepNewest(Integer value) {
        parameters.keepNewest(value);
    }

    public Integer getMaxRemovals() {
        return parameters.maxRemovals();
    }

    @DataBoundSetter
    public void setMaxRemovals(Integer value) {
        parameters.maxRemovals(value);
    }

    public Integer getMaxRemovalPercent() {
        return parameters.maxRemovalPercent();
    }

    @DataBoundSetter
    public void setMaxRemovalPercent(Integer value) {
        parameters.maxRemovalPercent(value);
    }

    public String getApprovedPlan() {
        return parameters.approvedPlan();
    }

    @DataBoundSetter
    public void setApprovedPlan(String value) {
        parameters.approvedPlan(value);
    }

    public int getGraceDays() {
        return parameters.graceDays();
    }

    @DataBoundSetter
    public void setGraceDays(Integer value) {
        parameters.graceDays(value);
    }

    public boolean isFailOnSurprise() {
        return parameters.failOnSurprise();
    }

    @DataBoundSetter
    public void setFailOnSurprise(boolean value) {
        parameters.failOnSurprise(value);
    }

    public Integer getExpectedCount() {
        return parameters.expectedCount();
    }

    @DataBoundSetter
    public void setExpectedCount(Integer value) {
        parameters.expectedCount(value);
    }

    public String getTrustedCertificates() {
        return parameters.trustedCertificates();
    }

    @DataBoundSetter
    public void setTrustedCertificates(String value) {
        parameters.trustedCertificates(value);
    }

    public String getServerTimeZone() {
        return parameters.serverTimeZone();
    }

    @DataBoundSetter
    public void setServerTimeZone(String value) {
        parameters.serverTimeZone(value);
    }

    public int getTimeoutSeconds() {
        return parameters.timeoutSeconds();
    }

    @DataBoundSetter
    public void setTimeoutSeconds(Integer value) {
        parameters.timeoutSeconds(value);
    }

    public Integer getBatchSize() {
        return parameters.batchSize();
    }

    @DataBoundSetter
    public void setBatchSize(Integer value) {
        parameters.batchSize(value);
    }

    public ConnectFrom getConnectFrom() {
        return parameters.connectFrom();
    }

    @DataBoundSetter
    public void setConnectFrom(ConnectFrom value) {
        parameters.connectFrom(value);
    }

    public boolean isAllowHttp() {
        return parameters.allowHttp();
    }

    @DataBoundSetter
    public void setAllowHttp(boolean value) {
        parameters.allowHttp(value);
    }
}
