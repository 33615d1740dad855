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
public final class RemoveUnusedAuthTokensStep extends Step implements CleanupStep {
    static final String NAME = "removeUnusedAuthTokens";

    private final CleanupParameters parameters;

    @DataBoundConstructor
    public RemoveUnusedAuthTokensStep(String serverUrl, String credentialsId) {
        parameters = new CleanupParameters(serverUrl, credentialsId);
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        parameters.checkPlan();
        return new RemoveUnusedAuthTokensExecution(context, parameters);
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
