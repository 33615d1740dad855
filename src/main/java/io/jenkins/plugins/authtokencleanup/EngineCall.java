package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import io.jenkins.plugins.authtokencleanup.report.JournalWriter;
import io.jenkins.plugins.authtokencleanup.report.StoredReport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jenkins.security.MasterToSlaveCallable;

/** Runs the engine on an agent and returns its report as JSON. */
final class EngineCall extends MasterToSlaveCallable<String, IOException> {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Thread> RUNNING = new HashMap<>();
    /** Interruptions that arrived before the call they are for. */
    private static final Set<String> EARLY = new HashSet<>();

    private final String id = UUID.randomUUID().toString();
    private final CleanupRequest request;
    private final StandardUsernamePasswordCredentials credentials;
    private final ProxySettings proxy;
    private final TaskListener listener;
    private final JournalWriter journal;

    /**
     * A call to be sent once.
     *
     * @param request what to do
     * @param credentials the account; a snapshot travels, which does not need the controller's store
     * @param proxy the proxy, null for none
     * @param listener the build's log
     * @param journal a proxy that the agent can call
     */
    EngineCall(
            CleanupRequest request,
            StandardUsernamePasswordCredentials credentials,
            ProxySettings proxy,
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
     * @param request what to do
     * @param credentials the account
     * @param client brings the proxy
     * @param listener the build's log
     * @param journal the run's journal
     * @return the report
     */
    static CleanupReport run(
            CleanupRequest request,
            StandardUsernamePasswordCredentials credentials,
            HttpClient.Builder client,
            TaskListener listener,
            JournalWriter journal) {
        ConsoleProgress progress = new ConsoleProgress(listener.getLogger());
        progress.begin(request);
        String password = credentials.getPassword().getPlainText();
        AnalyticsConnection connection = new AnalyticsConnection(request.connection(), password, client);
        return new CleanupRun(connection, request, progress)
                .journal(new KeptJournal(request, journal))
                .perform();
    }

    @Override
    public String call() throws IOException {
        begin(id);
        try {
            HttpClient.Builder client = HttpClient.newBuilder();
            CleanupReport report = run(
                    request, credentials, proxy == null ? client : client.proxy(proxy.selector()), listener, journal);
            // The report says that it was interrupted; a set flag would break its transfer.
            Thread.interrupted();
            return StoredReport.json(report);
        } finally {
            end(id);
            // A pipeline's log is buffered here, and must not arrive after the result.
            listener.getLogger().flush();
        }
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
