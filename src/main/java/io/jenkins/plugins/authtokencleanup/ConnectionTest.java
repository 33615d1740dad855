package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The form's "Test connection": runs the doctor on the controller and shows its findings. The web request waits for a
 * thread of its own, so that nothing that a server, a name service or a handshake does holds it beyond the deadline.
 */
final class ConnectionTest {
    /** All the time that a web request waits, whatever the time-out setting says. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Logger LOGGER = Logger.getLogger(ConnectionTest.class.getName());
    /** The part of the deadline in which a test that is stopped signs out. */
    private static final Duration TO_END = Duration.ofSeconds(4);

    private ConnectionTest() {}

    /**
     * Tests the connection. The caller has checked that the user may configure the job.
     *
     * @param item the job, null for none
     * @param deadline how long it may take in all, more than 4 seconds
     * @return the findings as a list
     */
    static FormValidation run(Item item, CleanupParameters parameters, Duration deadline) throws InterruptedException {
        StandardUsernamePasswordCredentials credentials =
                AccountCredentials.ofItem(item, parameters.serverUrl(), parameters.credentialsId());
        if (credentials == null) {
            return FormValidation.error(Messages.unknownCredentials());
        }
        FindingsList findings = new FindingsList();
        FutureTask<ExitCode> test;
        try {
            ConnectionSettings settings =
                    parameters.request(credentials.getUsername()).connection();
            AnalyticsConnection connection = new AnalyticsConnection(
                    settings,
                    credentials.getPassword().getPlainText(),
                    ProxyConfiguration.newHttpClientBuilder(),
                    Clock.systemUTC(),
                    Sleeper.NONE);
            AccountQueue.Turn turn = AccountQueue.forTest(settings);
            test = new FutureTask<>(() -> examine(connection, turn, findings));
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        } catch (AccountQueue.Busy e) {
            return FormValidation.warning(Messages.busy(e.getMessage()));
        }
        runFor(test, deadline);
        try {
            return test.isDone() ? ended(test.get(), findings) : late(deadline, findings);
        } catch (ExecutionException e) {
            return e.getCause() instanceof InterruptedException ? late(deadline, findings) : failed(e.getCause());
        }
    }

    private static ExitCode examine(AnalyticsConnection connection, AccountQueue.Turn turn, FindingsList findings)
            throws InterruptedException {
        try (turn) {
            return new Doctor(connection, Clock.systemUTC(), findings::add).examine();
        }
    }

    private static void runFor(FutureTask<ExitCode> test, Duration deadline) throws InterruptedException {
        Thread thread = new Thread(test, "Test connection to Zoho Analytics");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(deadline.minus(TO_END).toMillis());
        } finally {
            thread.interrupt();
        }
        thread.join(TO_END.toMillis());
    }

    private static FormValidation ended(ExitCode end, FindingsList findings) {
        return end == ExitCode.DONE
                ? FormValidation.okWithMarkup(Util.escape(Messages.testPassed()) + findings.html())
                : FormValidation.errorWithMarkup(Util.escape(Messages.testFailed()) + findings.html());
    }

    private static FormValidation late(Duration deadline, FindingsList findings) {
        return FormValidation.errorWithMarkup(Util.escape(Messages.testLate(deadline.toSeconds())) + findings.html());
    }

    /** The message of an unexpected error may hold secrets. */
    private static FormValidation failed(Throwable problem) {
        String type = problem.getClass().getSimpleName();
        LOGGER.log(Level.WARNING, "A connection test failed with {0}", type);
        return FormValidation.error(Messages.testBroken(type));
    }
}
