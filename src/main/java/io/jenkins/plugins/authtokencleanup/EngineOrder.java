package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupOptions;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import java.io.IOException;
import java.io.Serializable;
import java.net.http.HttpClient;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** All that the engine needs for one run, in a form that can travel to an agent. */
final class EngineOrder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CleanupParameters parameters;
    private final StandardUsernamePasswordCredentials credentials;
    private final JobMemory memory;
    private final ProxySettings proxy;

    /**
     * An order.
     *
     * @param parameters what the user says
     * @param credentials the account
     * @param memory what earlier builds of the job reported
     * @param proxy the controller's proxy, null for none
     */
    EngineOrder(
            CleanupParameters parameters,
            StandardUsernamePasswordCredentials credentials,
            JobMemory memory,
            ProxySettings proxy) {
        this.parameters = parameters;
        this.credentials = credentials;
        this.memory = memory;
        this.proxy = proxy;
    }

    /** The same with what earlier builds reported. */
    EngineOrder with(JobMemory remembered) {
        return new EngineOrder(parameters, credentials, remembered, proxy);
    }

    /** The same with credentials that don't need the controller's store any more. */
    EngineOrder forAgent() {
        return new EngineOrder(
                parameters,
                CredentialsProvider.snapshot(StandardUsernamePasswordCredentials.class, credentials),
                memory,
                proxy);
    }

    String server() {
        return connection().address().toString();
    }

    String account() {
        return credentials.getUsername();
    }

    boolean preview() {
        return parameters.preview();
    }

    /**
     * Refuses bad parameters before anything is done.
     *
     * @throws IllegalArgumentException with what is wrong, and what to do
     */
    void check() {
        connection();
        options(PlanRestriction.NONE);
    }

    /**
     * Lets the engine run in this JVM. If the thread is interrupted, the report says so, and the flag is set.
     *
     * @param listener is told how it goes on
     * @return the report
     * @throws IOException if the approved preview can't be read
     */
    CleanupReport perform(TaskListener listener) throws IOException {
        ConsoleProgress progress = new ConsoleProgress(listener.getLogger());
        progress.begin(server(), account(), policy(), preview());
        return new CleanupRun(AnalyticsConnection.to(connection()), options(memory.restriction()), progress).perform();
    }

    CleanupPolicy policy() {
        return new CleanupPolicy(
                parameters.olderThanDays(),
                parameters.neverUsed(),
                ProtectLines.patterns(parameters.protect()),
                parameters.keepNewest(),
                new RemovalCap(parameters.maxRemovals(), parameters.maxRemovalPercent()));
    }

    private CleanupOptions options(PlanRestriction restriction) {
        return CleanupOptions.of(policy(), preview(), parameters.batchSize())
                .withTimeout(Duration.ofSeconds(parameters.timeoutSeconds()))
                .withRestriction(restriction);
    }

    ConnectionSettings connection() {
        try {
            return ConnectionSettings.builder()
                    .server(parameters.serverUrl(), parameters.allowHttp())
                    .account(
                            credentials.getUsername(), credentials.getPassword().getPlainText())
                    .trust(parameters.trustedCertificates())
                    .zone(zone(parameters.serverTimeZone()))
                    .timeout(Duration.ofSeconds(parameters.timeoutSeconds()))
                    .client(this::client)
                    .build();
        } catch (CleanupException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private HttpClient.Builder client() {
        HttpClient.Builder client = HttpClient.newBuilder();
        return proxy == null ? client : proxy.applyTo(client);
    }

    static ZoneId zone(String name) {
        String zone = Util.fixEmptyAndTrim(name);
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Not a time zone: " + zone + ". Write it like Asia/Kolkata, Europe/Berlin or UTC", e);
        }
    }
}
