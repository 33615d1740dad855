package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.SuppressFBWarnings;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.iam.ProxyUser;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import io.jenkins.plugins.authtokencleanup.engine.run.ReportCheck;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.report.JournalWriter;
import io.jenkins.plugins.authtokencleanup.report.StoredReport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jenkins.security.MasterToSlaveCallable;

/** Runs the engine, on the controller or as a call to an agent, which returns the report as JSON. */
final class EngineCall extends MasterToSlaveCallable<String, IOException> {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Thread> RUNNING = new HashMap<>();
    /** Interruptions that arrived before the call they are for. */
    private static final Set<String> EARLY = new HashSet<>();

    private final Instant sent = Instant.now();
    private final String id = UUID.randomUUID().toString();
    private final CleanupRequest request;
    private final StandardUsernamePasswordCredentials credentials;
    private final ServerProxy proxy;
    private final TaskListener listener;

    @SuppressFBWarnings(value = "SE_BAD_FIELD", justification = "What an agent gets is a proxy, which can be sent")
    private final JournalWriter journal;

    /**
     * A call to be sent once.
     *
     * @param credentials the account; a snapshot travels, which does not need the controller's store
     * @param proxy for an agent, null to use its own
     * @param journal where the run keeps its journal; for an agent, a proxy that it can call
     */
    EngineCall(
            CleanupRequest request,
            StandardUsernamePasswordCredentials credentials,
            ServerProxy proxy,
            TaskListener listener,
            JournalWriter journal) {
        this.request = request;
        this.credentials = CredentialsProvider.snapshot(StandardUsernamePasswordCredentials.class, credentials);
        this.proxy = proxy;
        this.listener = listener;
        this.journal = journal;
    }

    /**
     * Runs the engine in this JVM. If the thread is interrupted, the report says so, and the flag is set.
     *
     * @param clock the controller's clock
     */
    CleanupReport run(HttpClient.Builder client, Clock clock) {
        ConsoleProgress progress = new ConsoleProgress(listener.getLogger());
        progress.begin(request);
        String password = credentials.getPassword().getPlainText();
        AnalyticsConnection connection =
                new AnalyticsConnection(request.connection(), password, client, clock, Sleeper.REAL);
        return new CleanupRun(connection, request, progress, clock, Sleeper.REAL)
                .journal(new KeptJournal(request, journal))
                .perform();
    }

    @Override
    public String call() throws IOException {
        begin(id);
        try {
            HttpClient.Builder client = ProxyUser.client();
            // An agent's clock may be wrong, and no report may be dated before the controller asked for it.
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), sent));
            CleanupReport report = run(proxy == null ? client : client.proxy(proxy.selector()), clock);
            // The report says that it was interrupted; a set flag would break its transfer.
            Thread.interrupted();
            return StoredReport.json(report);
        } finally {
            end(id);
            // A pipeline's log is buffered here, and must not arrive after the result.
            listener.getLogger().flush();
        }
    }

    /** What speaks against a report that is said to be this call's, and has just arrived. */
    List<String> differences(CleanupReport report) {
        return new ReportCheck(request, sent, Instant.now()).differences(report);
    }

    /** Interrupts this call on the agent. */
    MasterToSlaveCallable<Void, RuntimeException> interruption() {
        return new Interruption(id);
    }

    private static synchronized void begin(String id) {
        RUNNING.put(id, Thread.currentThread());
        if (EARLY.remove(id)) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized void end(String id) {
        RUNNING.remove(id);
        // The thread returns to a pool: a late interruption must not hit its next task.
        Thread.interrupted();
    }

    /** Interrupts a running call; one that has not begun yet is interrupted as soon as it does. */
    private static synchronized void interrupt(String id) {
        Thread thread = RUNNING.get(id);
        if (thread == null) {
            EARLY.add(id);
        } else {
            thread.interrupt();
        }
    }

    private static final class Interruption extends MasterToSlaveCallable<Void, RuntimeException> {
        private static final long serialVersionUID = 1L;

        private final String id;

        Interruption(String id) {
            this.id = id;
        }

        @Override
        public Void call() {
            interrupt(id);
            return null;
        }
    }
}
