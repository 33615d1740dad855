package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.time.Duration;

/** Tells where a removal is, and how long the rest takes at this pace. */
final class RemovalProgress {
    private final TokenLedger ledger;
    private final CleanupListener listener;
    private final long begun = System.nanoTime();
    private int batches;

    RemovalProgress(TokenLedger ledger, CleanupListener listener) {
        this.ledger = ledger;
        this.listener = listener;
    }

    /**
     * A batch is settled.
     *
     * @param nextBatch how many tokens the next one names at most
     */
    void tell(int nextBatch) {
        int failed = 0;
        int kept = 0;
        int left = 0;
        for (TrackedToken token : ledger.tokens()) {
            left += token.removable() ? 1 : 0;
            failed += token.failed() && !token.removable() ? 1 : 0;
            kept += token.reason() == Reason.USED_MEANWHILE && !token.removed() ? 1 : 0;
        }
        Duration aBatch = Duration.ofNanos(System.nanoTime() - begun).dividedBy(++batches);
        Duration remaining = aBatch.multipliedBy((left + nextBatch - 1) / nextBatch);
        listener.progress(new BatchProgress(batches, ledger.removed(), failed, kept, ledger.planned(), remaining));
    }
}
