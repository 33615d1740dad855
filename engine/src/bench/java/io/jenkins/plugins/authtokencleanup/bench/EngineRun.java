package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** One whole cleanup, and how many tokens each of its removal requests named. */
final class EngineRun implements CleanupListener {
    static final String ACCOUNT = "admin@example.com";
    static final String PASSWORD = "s3cret-Pa55";

    private final List<Integer> batches = new ArrayList<>();
    private int removed;

    /**
     * Cleans up and returns the duration in nanoseconds.
     *
     * @param batchSize null for the page's default
     */
    long time(String url, Integer batchSize) {
        long begun = System.nanoTime();
        ConnectionSettings settings = ConnectionSettings.of(ServerAddress.of(url, false), ACCOUNT);
        CleanupRequest request =
                new CleanupRequest(settings, Policies.vendorsAdvice(), RemovalCap.NONE, false, batchSize, List.of());
        AnalyticsConnection connection = new AnalyticsConnection(settings, PASSWORD, HttpClient.newBuilder());
        CleanupReport report = new CleanupRun(connection, request, this).perform();
        long time = System.nanoTime() - begun;
        if (report.outcome() != RunOutcome.DONE) {
            throw new IllegalStateException(report.message());
        }
        return time;
    }

    @Override
    public void progress(BatchProgress progress) {
        batches.add(progress.removed() - removed);
        removed = progress.removed();
    }

    /** How many tokens each removal request named. */
    List<Integer> batches() {
        return batches;
    }
}
