package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.Backoff;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Removes planned tokens in batches. After each request the list is read again: that alone says what went, and which
 * handles the next request may name. No request is sent again without such a look in between.
 */
final class BatchedRemoval {
    private static final String ATTEMPT = "Remove AuthTokens";
    /** So many requests in a row may get no clear answer and move nothing. */
    private static final int MOST_UNANSWERED = 3;
    /** So many tokens in a row may be refused one by one. */
    private static final int MOST_REFUSED = 10;
    /** A token that was refused in a batch of its own, and so often in all, is given up. */
    private static final int MOST_TRIES = 2;
    /** How long an interrupted run may still take to see what its last request did. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final AuthTokenSession server;
    private final Duration timeout;
    private final TokenLedger ledger;
    private final Judging judging;
    private final RemovalVerifier verifier;
    private final Backoff backoff;
    private final BatchSize size;
    private final RemovalProgress progress;
    private int unanswered;
    private int refused;

    /** Judges the tokens after a new listing. */
    interface Judging {
        void judge(TokenListing listing, boolean newcomers) throws CleanupException;
    }

    BatchedRemoval(
            AuthTokenSession server,
            CleanupRequest request,
            CleanupListener listener,
            Sleeper sleeper,
            TokenLedger ledger,
            Judging judging) {
        this.server = server;
        this.timeout = request.connection().timeout();
        this.ledger = ledger;
        this.judging = judging;
        this.verifier = new RemovalVerifier(server, timeout, sleeper, ledger);
        this.backoff = new Backoff(sleeper, listener);
        this.size = new BatchSize(request.batchSize() == null ? server.defaultBatch() : request.batchSize());
        this.progress = new RemovalProgress(ledger, listener);
    }

    void run() throws CleanupException, InterruptedException {
        for (List<TrackedToken> batch = next(); !batch.isEmpty() && refused < MOST_REFUSED; batch = next()) {
            RemovalReply reply = ask(batch);
            readAgain(batch, reply);
            weigh(batch, reply);
            progress.tell(size.current());
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
        batch.forEach(TrackedToken::ask);
        RemovalReply reply;
        try {
            reply = server.remove(rows);
        } catch (InterruptedException e) {
            batch.forEach(TrackedToken::notAsked);
            throw e;
        }
        if (reply instanceof RemovalReply.Accepted) {
            batch.forEach(TrackedToken::accept);
        }
        if (Thread.interrupted()) {
            verifier.listOnce(batch, reply, QUICK);
            throw new InterruptedException();
        }
        return reply;
    }

    private void readAgain(List<TrackedToken> batch, RemovalReply reply)
            throws CleanupException, InterruptedException {
        RemovalVerifier.Result again;
        try {
            waitIfTold(reply);
            again = verifier.readAgain(batch, reply);
        } catch (InterruptedException e) {
            verifier.listOnce(batch, reply, QUICK);
            throw e;
        } catch (CleanupException e) {
            if (e.problem() == Problem.THROTTLED) {
                verifier.listOnce(batch, reply, timeout);
            }
            throw e;
        }
        judging.judge(again.listing(), again.newcomers());
        if (ledger.handlesMoved()) {
            throw new CleanupException(Problem.UNKNOWN_PAGE, ATTEMPT,
                    "the handles on the page name other AuthTokens than before, like row numbers do, so that naming one"
                            + " could remove another");
        }
        if (reply instanceof RemovalReply.Denied) {
            throw ((RemovalReply.Denied) reply).problem();
        }
    }

    private void waitIfTold(RemovalReply reply) throws CleanupException, InterruptedException {
        if (reply instanceof RemovalReply.Throttled) {
            backoff.await(((RemovalReply.Throttled) reply).pause(), ATTEMPT);
        } else {
            backoff.reset();
        }
    }

    private void weigh(List<TrackedToken> batch, RemovalReply reply) throws CleanupException {
        if (batch.stream().anyMatch(token -> !token.removable())) {
            unanswered = 0;
            refused = 0;
            size.grow();
        } else if (reply instanceof RemovalReply.Unclear) {
            if (++unanswered == MOST_UNANSWERED) {
                throw ((RemovalReply.Unclear) reply).problem();
            }
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
}
