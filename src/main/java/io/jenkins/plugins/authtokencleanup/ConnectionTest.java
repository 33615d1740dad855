package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import java.time.Clock;

/** The form's "Test connection": runs the doctor on the controller and shows its findings. */
final class ConnectionTest {
    private ConnectionTest() {}

    /**
     * Tests the connection. The caller has checked that the user may configure the job.
     *
     * @param item the job, null for none
     * @param parameters what is typed into the form
     * @return the findings as a list
     * @throws InterruptedException if the thread is interrupted
     */
    static FormValidation run(Item item, CleanupParameters parameters) throws InterruptedException {
        StandardUsernamePasswordCredentials credentials =
                AccountCredentials.ofItem(item, parameters.serverUrl(), parameters.credentialsId());
        if (credentials == null) {
            return FormValidation.error(Messages.unknownCredentials());
        }
        FindingsList findings = new FindingsList();
        ExitCode end;
        try {
            ConnectionSettings settings = parameters
                    .request(credentials.getUsername(), PlanRestriction.NONE)
                    .connection();
            AnalyticsConnection connection = new AnalyticsConnection(
                    settings, credentials.getPassword().getPlainText(), ProxyConfiguration.newHttpClientBuilder());
            end = new Doctor(connection, Clock.systemUTC(), findings::add).examine();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
        return end == ExitCode.DONE
                ? FormValidation.okWithMarkup(Util.escape(Messages.testPassed()) + findings.html())
                : FormValidation.errorWithMarkup(Util.escape(Messages.testFailed()) + findings.html());
    }
}
