package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The pipeline step {@value #NAME}. It returns a {@link CleanupResult}. */
public final class RemoveUnusedAuthTokensStep extends Step {
    static final String NAME = "removeUnusedAuthTokens";

    private final CleanupParameters parameters;

    /**
     * A step with the defaults.
     *
     * @param serverUrl the server's address
     * @param credentialsId the id of credentials with user name and password
     */
    @DataBoundConstructor
    public RemoveUnusedAuthTokensStep(String serverUrl, String credentialsId) {
        parameters = new CleanupParameters(serverUrl, credentialsId);
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        parameters.checkPlan();
        return new RemoveUnusedAuthTokensExecution(context, parameters);
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

    /** Describes the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return NAME;
        }

        @Override
        public String getDisplayName() {
            return Messages.displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }

        /**
         * The descriptor whose form and checks serve this step, too.
         *
         * @return the build step's
         */
        public RemoveUnusedAuthTokensDescriptor getForm() {
            return Jenkins.get().getDescriptorByType(RemoveUnusedAuthTokensDescriptor.class);
        }
    }
}
