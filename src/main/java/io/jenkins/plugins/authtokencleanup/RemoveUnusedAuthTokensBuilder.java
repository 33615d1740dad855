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
public final class RemoveUnusedAuthTokensBuilder extends Builder implements SimpleBuildStep, CleanupStep {
    private final CleanupParameters parameters;

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

    @Override
    public CleanupParameters parameters() {
        return parameters;
    }

    public String getServerUrl() {
        return parameters.serverUrl();
    }

    public String getCredentialsId() {
        return parameters.credentialsId();
    }

    @DataBoundSetter
    public void setOlderThanDays(Integer value) {
        parameters.olderThanDays(value);
    }

    @DataBoundSetter
    public void setPreview(boolean value) {
        parameters.preview(value);
    }

    @DataBoundSetter
    public void setNeverUsed(NeverUsed value) {
        parameters.neverUsed(value);
    }

    @DataBoundSetter
    public void setProtect(String value) {
        parameters.protect(value);
    }

    @DataBoundSetter
    public void setKeepNewest(Integer value) {
        parameters.keepNewest(value);
    }

    @DataBoundSetter
    public void setMaxRemovals(Integer value) {
        parameters.maxRemovals(value);
    }

    @DataBoundSetter
    public void setMaxRemovalPercent(Integer value) {
        parameters.maxRemovalPercent(value);
    }

    @DataBoundSetter
    public void setApprovedPlan(String value) {
        parameters.approvedPlan(value);
    }

    @DataBoundSetter
    public void setGraceDays(Integer value) {
        parameters.graceDays(value);
    }

    @DataBoundSetter
    public void setFailOnSurprise(boolean value) {
        parameters.failOnSurprise(value);
    }

    @DataBoundSetter
    public void setExpectedCount(Integer value) {
        parameters.expectedCount(value);
    }

    @DataBoundSetter
    public void setTrustedCertificates(String value) {
        parameters.trustedCertificates(value);
    }

    @DataBoundSetter
    public void setServerTimeZone(String value) {
        parameters.serverTimeZone(value);
    }

    @DataBoundSetter
    public void setTimeoutSeconds(Integer value) {
        parameters.timeoutSeconds(value);
    }

    @DataBoundSetter
    public void setBatchSize(Integer value) {
        parameters.batchSize(value);
    }

    @DataBoundSetter
    public void setConnectFrom(ConnectFrom value) {
        parameters.connectFrom(value);
    }

    @DataBoundSetter
    public void setAllowHttp(boolean value) {
        parameters.allowHttp(value);
    }
}
