package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.Backoff;
import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removes planned tokens in batches. After each request the list is read again: it alone shows
 * what went, and which handles the next request may name. No request is repeated without such a look in between, and
 * none is sent before the journal has its tokens.
 */
final class BatchedRemoval {
    private static final String ATTEMPT = "Remove AuthTokens";
    /** Consecutive unclear replies without progress before the run fails. */
    private static final int MOST_UNANSWERED = 3;
    /** Consecutive tokens refused one by one before the run ends. */
    private static final int MOST_REFUSED = 10;
    /** A token refused this often in a batch of its own is given up. */
    private static final int MOST_TRIES = 2;
    /** How long each last look of an interrupted run may take. */
    private static final Duration QUICK = Duration.ofSeconds(1);

    private final AuthTokenSession server;
    private final Duration timeout;
    private final CleanupListener listener;
    private final TokenLedger ledger;
    private final JournalEntries journal;
    private final Consumer<RemovalVerifier.Result> judging;
    private final RemovalVerifier verifier;
    private final Backoff backoff;
    private final BatchSize size;
    private final long begun = System.nanoTime();
    private int batches;
    private int unanswered;
    private int refused;

    BatchedRemoval(
            AuthTokenSession server,
            CleanupRequest request,
            CleanupListener listener,
            Sleeper sleeper,
            TokenLedger ledger,
            RemovalJournal journal,
            Consumer<RemovalVerifier.Result> judging) {
        this.server = server;
        this.timeout = request.connection().timeout();
        this.listener = listener;
        this.ledger = ledger;
        this.journal = new JournalEntries(journal);
        this.judging = judging;
        this.verifier = new RemovalVerifier(server, timeout, sleeper, ledger);
        this.backoff = new Backoff(sleeper, listener);
        this.size = new BatchSize(request.batchSize() == null ? server.defaultBatch() : request.batchSize());
    }

    void run() throws CleanupException, InterruptedException {
        journal.write(ledger.tokens().stream().filter(TrackedToken::removable).toList());
        for (List<TrackedToken> batch = next(); !batch.isEmpty() && refused < MOST_REFUSED; batch = next()) {
            RemovalReply reply = ask(batch);
            verify(batch, reply);
            weigh(batch, reply);
            reportProgress();
        }
        settle();
    }

    /** Tokens that were tried already come last. */
    private List<TrackedToken> next() {
        List<TrackedToken> batch = ledger.tokens().stream()
                .filter(TrackedToken::removable)
                .sorted(Comparator.comparingInt(TrackedToken::tries))
                .limit(size.current())
                .toList();
        List<AuthToken> rows = batch.stream().map(TrackedToken::row).toList();
        return batch.isEmpty()
                ? batch
                : batch.subList(0, server.nameableAtOnce(rows).size());
    }

    private RemovalReply ask(List<TrackedToken> batch) throws CleanupException, InterruptedException {
        List<AuthToken> rows = batch.stream().map(TrackedToken::row).toList();
        stopIfInterrupted();
        batch.forEach(TrackedToken::ask);
        RemovalReply reply;
        try {
            journal.write(batch);
            reply = server.remove(rows);
        } catch (CleanupException | InterruptedException e) {
            batch.forEach(TrackedToken::notAsked);
            throw e;
        }
        batch.forEach(token -> token.answered(reply, batch.size() == 1));
        return reply;
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void verify(List<TrackedToken> batch, RemovalReply reply) throws CleanupException, InterruptedException {
        RemovalVerifier.Result found;
        try {
            stopIfInterrupted();
            if (reply instanceof RemovalReply.Throttled throttled) {
                backoff.await(throttled.pause(), ATTEMPT);
            } else {
                backoff.reset();
            }
            found = verifier.verify(batch, reply);
        } catch (InterruptedException e) {
            verifier.listOnce(batch, reply, QUICK);
            throw e;
        } catch (CleanupException e) {
            if (e.problem() == Problem.THROTTLED) {
                verifier.listOnce(batch, reply, timeout);
            }
            throw e;
        }
        take(found);
        if (reply instanceof RemovalReply.Denied denied) {
            settleIfPossible();
            throw denied.problem();
        }
    }

    private void take(RemovalVerifier.Result found) throws CleanupException, InterruptedException {
        judging.accept(found);
        journal.writeChanges(
                ledger.tokens().stream().filter(TrackedToken::asked).toList());
        if (found.handlesMoved()) {
            ledger.tokens().forEach(TrackedToken::mayBeTakenInstead);
            throw new CleanupException(
                    Problem.UNKNOWN_PAGE,
                    ATTEMPT,
                    "the handles on the page name other AuthTokens than before, like row numbers do, so that naming one"
                            + " could remove another");
        }
    }

    private void weigh(List<TrackedToken> batch, RemovalReply reply) throws CleanupException, InterruptedException {
        boolean moved = batch.stream().anyMatch(token -> !token.removable());
        if (moved) {
            unanswered = 0;
            refused = 0;
        }
        if (reply instanceof RemovalReply.Unclear unclear) {
            size.shrink(batch.size());
            if (!moved && ++unanswered == MOST_UNANSWERED) {
                settle();
                throw unclear.problem();
            }
        } else if (moved) {
            size.grow();
        } else if (!(reply instanceof RemovalReply.Throttled)) {
            size.shrink(batch.size());
            if (batch.size() == 1) {
                refused++;
                giveUp(batch.get(0), reply);
            }
        }
    }

    private static void giveUp(TrackedToken token, RemovalReply reply) {
        if (token.tries() >= MOST_TRIES) {
            token.giveUp("the server does not remove it: "
                    + (reply instanceof RemovalReply.Accepted
                            ? "it says that it did, but still lists it"
                            : "it says that the handle on its own page is not valid"));
        }
    }

    /** A request without a clear reply may still be carried out for as long as one exchange may take. */
    private void settle() throws CleanupException, InterruptedException {
        if (ledger.tokens().stream().anyMatch(token -> token.notKnown() && token.listed())) {
            take(verifier.settle());
        } else if (ledger.tokens().stream().anyMatch(TrackedToken::needsSecondLook)) {
            take(verifier.lookAgain());
        }
    }

    /** Best effort when the run can't go on: what can't be read stays not known. */
    private void settleIfPossible() throws InterruptedException {
        try {
            settle();
        } catch (CleanupException e) {
            // The report says what stopped the run.
            return;
        }
    }

    private void reportProgress() {
        int failed = 0;
        int keptMeanwhile = 0;
        int left = 0;
        for (TrackedToken token : ledger.tokens()) {
            left += token.removable() ? 1 : 0;
            failed += token.failed() && !token.removable() ? 1 : 0;
            keptMeanwhile += token.reason() == Reason.USED_MEANWHILE && !token.removed() ? 1 : 0;
        }
        Duration perBatch = Duration.ofNanos(System.nanoTime() - begun).dividedBy(++batches);
        Duration remaining = perBatch.multipliedBy((left + size.current() - 1) / size.current());
        listener.progress(
                new BatchProgress(batches, ledger.removed(), failed, keptMeanwhile, ledger.planned(), remaining));
    }
}
