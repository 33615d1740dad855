package io.jenkins.plugins.authtokencleanup;

import hudson.Extension;
import hudson.Util;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.model.Items;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import java.lang.reflect.Field;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The build step's descriptor. The pipeline step shares its form and checks. */
@Extension
@Symbol(RemoveUnusedAuthTokensStep.NAME)
public final class RemoveUnusedAuthTokensDescriptor extends BuildStepDescriptor<Builder> {
    public RemoveUnusedAuthTokensDescriptor() {
        super(RemoveUnusedAuthTokensBuilder.class);
    }

    /**
     * Has Jenkins refuse a stored job with a setting that can't be read, instead of leaving it out: without its cap or
     * its days of grace the job would remove more.
     */
    @Initializer(before = InitMilestone.PLUGINS_STARTED)
    public static void refuseUnreadableSettings() {
        for (Field setting : CleanupParameters.class.getDeclaredFields()) {
            Items.XSTREAM2.addCriticalField(CleanupParameters.class, setting.getName());
        }
    }

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

    public String label(NeverUsed choice) {
        return choice == NeverUsed.KEEP ? Messages.neverUsedKeep() : Messages.neverUsedJudge();
    }

    public String label(ConnectFrom choice) {
        return choice == ConnectFrom.CONTROLLER ? Messages.fromController() : Messages.fromAgent();
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String serverUrl, @QueryParameter String credentialsId) {
        return AccountCredentials.choices(item, serverUrl, credentialsId);
    }

    @POST
    public FormValidation doCheckCredentialsId(
            @AncestorInPath Item item, @QueryParameter String serverUrl, @QueryParameter String value) {
        return AccountCredentials.check(item, serverUrl, value);
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
        return ConnectionTest.run(item, parameters, ConnectionTest.DEADLINE);
    }
}
