package io.jenkins.plugins.authtokencleanup;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.authtokencleanup.engine.CleanupOptions;
import io.jenkins.plugins.authtokencleanup.engine.NeverUsed;
import java.io.IOException;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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

    /** Only a connection from the agent needs an agent, and so a workspace. */
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
    public void perform(
            Run<?, ?> run, FilePath workspace, EnvVars variables, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        perform(run, variables, launcher, listener);
    }

    private void perform(Run<?, ?> run, EnvVars variables, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        CleanupParameters said = run instanceof AbstractBuild ? parameters.expanded(variables) : parameters;
        CleanupTask task = new CleanupTask(said, run, listener, launcher == null ? null : launcher.getChannel());
        RunEnd.of(task.perform()).applyTo(run, listener);
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
    public void setOlderThanDays(int value) {
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
    public void setKeepNewest(int value) {
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
    public void setTimeoutSeconds(int value) {
        parameters.timeoutSeconds(value);
    }

    public int getBatchSize() {
        return parameters.batchSize();
    }

    @DataBoundSetter
    public void setBatchSize(int value) {
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

    /** Describes the step; its form and its checks serve the pipeline step, too. */
    @Extension
    @Symbol(RemoveUnusedAuthTokensStep.NAME)
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }

        @Override
        public String getDisplayName() {
            return Messages.displayName();
        }

        public int getDefaultDays() {
            return CleanupParameters.DEFAULT_DAYS;
        }

        public int getDefaultTimeout() {
            return CleanupParameters.DEFAULT_TIMEOUT;
        }

        public int getDefaultBatch() {
            return CleanupParameters.DEFAULT_BATCH;
        }

        /** The words for a choice, for the form. */
        public String words(NeverUsed choice) {
            return choice == NeverUsed.KEEP ? Messages.neverUsedKeep() : Messages.neverUsedJudge();
        }

        /** The words for a choice, for the form. */
        public String words(ConnectFrom choice) {
            return choice == ConnectFrom.CONTROLLER ? Messages.fromController() : Messages.fromAgent();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String serverUrl, @QueryParameter String credentialsId) {
            return CredentialsChoice.items(item, serverUrl, credentialsId);
        }

        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath Item item, @QueryParameter String serverUrl, @QueryParameter String value) {
            return CredentialsChoice.check(item, serverUrl, value);
        }

        @POST
        public FormValidation doCheckServerUrl(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter boolean allowHttp) {
            return FormCheck.in(item, () -> FormCheck.serverUrl(value, allowHttp));
        }

        @POST
        public FormValidation doCheckOlderThanDays(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.days(value));
        }

        @POST
        public FormValidation doCheckProtect(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.protect(value));
        }

        @POST
        public FormValidation doCheckKeepNewest(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.number(value, 0, Integer.MAX_VALUE));
        }

        @POST
        public FormValidation doCheckMaxRemovals(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.number(value, 0, Integer.MAX_VALUE));
        }

        @POST
        public FormValidation doCheckMaxRemovalPercent(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.number(value, 0, 100));
        }

        @POST
        public FormValidation doCheckApprovedPlan(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.approvedPlan(value));
        }

        @POST
        public FormValidation doCheckTrustedCertificates(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.certificates(value));
        }

        @POST
        public FormValidation doCheckServerTimeZone(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.zone(value));
        }

        @POST
        public FormValidation doCheckTimeoutSeconds(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.number(value, 1, 3_600));
        }

        @POST
        public FormValidation doCheckBatchSize(@AncestorInPath Item item, @QueryParameter String value) {
            return FormCheck.in(item, () -> FormCheck.number(value, 1, CleanupOptions.MOST_BATCH));
        }

        @POST
        public FormValidation doTestConnection(
                @AncestorInPath Item item,
                @QueryParameter String serverUrl,
                @QueryParameter String credentialsId,
                @QueryParameter String trustedCertificates,
                @QueryParameter String serverTimeZone,
                @QueryParameter String timeoutSeconds,
                @QueryParameter boolean allowHttp)
                throws InterruptedException {
            FormCheck.checkMayConfigure(item);
            CleanupParameters parameters = new CleanupParameters(serverUrl, credentialsId);
            parameters.trustedCertificates(trustedCertificates);
            parameters.serverTimeZone(serverTimeZone);
            parameters.allowHttp(allowHttp);
            if (Util.fixNull(timeoutSeconds).matches("[1-9]\\d{0,3}")) {
                parameters.timeoutSeconds(Integer.parseInt(timeoutSeconds));
            }
            return ConnectionTest.of(item, parameters).result();
        }
    }
}
