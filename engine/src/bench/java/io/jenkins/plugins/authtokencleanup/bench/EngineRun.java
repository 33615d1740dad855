package io.jenkins.plugins.authtokencleanup.bench;

import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupOptions;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.util.ArrayList;
import java.util.List;

/** One whole cleanup, and how many tokens each of its removal requests named. */
final class EngineRun implements CleanupListener {
    static final String ACCOUNT = "admin@example.com";
    static final String PASSWORD = "s3cret-Pa55";

    private final List<Integer> batches = new ArrayList<>();
    private int removed;

    /** Cleans up, and tells how long it took in nanoseconds. */
    long time(String url, int batchSize) throws InsecureAddressException {
        long begun = System.nanoTime();
        ConnectionSettings settings = ConnectionSettings.builder()
                .server(url, false)
                .account(ACCOUNT, PASSWORD)
                .build();
        CleanupOptions options = CleanupOptions.of(CleanupPolicy.vendorsAdvice(), false, batchSize);
        CleanupReport report = new CleanupRun(AnalyticsConnection.to(settings), options, this).perform();
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
