package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.error.CapExceededException;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ThrottledOutException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Removes planned tokens in batches. After each request the list is read again: that alone says what went, and which
 * handles the next request may name. No request is sent again without such a look in between.
 */
final class BatchedRemoval {
    /** So many requests in a row may move nothing, for reasons other than a bad handle. */
    private static final int IDLE_ROUNDS = 3;

    private final AuthTokenServer server;
    private final CleanupOptions options;
    private final CleanupListener listener;
    private final TokenLedger ledger;
    private final Judging judging;
    private final Relisting relisting;
    private final Patience patience;
    private final BatchSize size;
    private int batches;
    private int idle;

    /** Judges the tokens after a new listing. */
    interface Judging {
        void judge(TokenListing listing, boolean newcomers) throws CapExceededException;
    }

    BatchedRemoval(
            AuthTokenServer server,
            CleanupOptions options,
            CleanupListener listener,
            TokenLedger ledger,
            Judging judging) {
        this.server = server;
        this.options = options;
        this.listener = listener;
        this.ledger = ledger;
        this.judging = judging;
        this.relisting = new Relisting(server, options, ledger);
        this.patience = new Patience(options.pauses(), listener);
        this.size = new BatchSize(options.batchSize());
    }

    void run() throws CleanupException, InterruptedException {
        long begun = System.nanoTime();
        for (List<TrackedToken> batch = next(); !batch.isEmpty() && idle < IDLE_ROUNDS; batch = next()) {
            batches++;
            RemovalReply reply = ask(batch);
            readAgain(batch, reply);
            boolean moved = batch.stream().anyMatch(token -> !token.removable());
            weigh(batch, reply, moved);
            report(begun, settled());
        }
    }

    /** Tokens that were tried already come last. */
    private List<TrackedToken> next() {
        return ledger.tokens().stream()
                .filter(TrackedToken::removable)
                .sorted(Comparator.comparingInt(TrackedToken::tries))
                .limit(size.current())
                .toList();
    }

    private RemovalReply ask(List<TrackedToken> batch) throws InterruptedException {
        List<AuthToken> rows = batch.stream().map(TrackedToken::row).toList();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        RemovalReply reply = server.remove(rows);
        batch.forEach(TrackedToken::ask);
        if (Thread.interrupted()) {
            relisting.settleQuickly(batch, reply);
            throw new InterruptedException();
        }
        return reply;
    }

    private void readAgain(List<TrackedToken> batch, RemovalReply reply)
            throws CleanupException, InterruptedException {
        try {
            waitIfTold(reply);
        } catch (InterruptedException | ThrottledOutException e) {
            relisting.settleQuickly(batch, reply);
            throw e;
        }
        Relisting.Result again;
        try {
            again = relisting.readAgain(batch, reply);
        } catch (InterruptedException e) {
            relisting.settleQuickly(batch, reply);
            throw e;
        }
        judging.judge(again.listing(), again.newcomers());
        if (reply instanceof RemovalReply.Denied) {
            throw ((RemovalReply.Denied) reply).problem();
        }
    }

    private void waitIfTold(RemovalReply reply) throws ThrottledOutException, InterruptedException {
        if (reply instanceof RemovalReply.Throttled) {
            patience.exercise(((RemovalReply.Throttled) reply).pause(), "Remove AuthTokens");
        } else {
            patience.restore();
        }
    }

    private void weigh(List<TrackedToken> batch, RemovalReply reply, boolean moved) throws CleanupException {
        if (moved) {
            idle = 0;
            size.grow();
        } else if (reply instanceof RemovalReply.Unclear) {
            if (++idle == IDLE_ROUNDS) {
                throw ((RemovalReply.Unclear) reply).problem();
            }
        } else if (!(reply instanceof RemovalReply.Throttled)) {
            size.shrink(batch.size());
            if (batch.size() == 1) {
                idle++;
                batch.get(0).giveUp("the server does not remove it: " + words(reply));
            }
        }
    }

    private static String words(RemovalReply reply) {
        return reply instanceof RemovalReply.Accepted
                ? "it says that it did, but still lists it"
                : "it says that the handle on its own page is not valid";
    }

    private int settled() {
        return (int) ledger.tokens().stream()
                .filter(token -> token.asked() && !token.removable())
                .count();
    }

    private void report(long begun, int done) {
        int left = (int)
                ledger.tokens().stream().filter(TrackedToken::removable).count();
        Duration spent = Duration.ofNanos(System.nanoTime() - begun);
        Duration remaining = done == 0 ? spent : spent.multipliedBy(left).dividedBy(done);
        int failed = (int) ledger.tokens().stream()
                .filter(token -> token.failed() && !token.removable())
                .count();
        int kept = (int) ledger.tokens().stream()
                .filter(token -> token.reason() == Reason.USED_MEANWHILE && !token.removed())
                .count();
        listener.progress(new BatchProgress(batches, ledger.removed(), failed, kept, ledger.planned(), remaining));
    }
}
