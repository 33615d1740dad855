package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ReauthenticationRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.ThrottledOutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the list again after a removal request, and so finds out what became of the tokens that it named. */
final class Relisting {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How long an interrupted run may still take to see what its last request did. */
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final AuthTokenServer server;
    private final CleanupOptions options;
    private final TokenLedger ledger;
    private boolean stableHandles = true;
    private boolean handlesProbed;

    Relisting(AuthTokenServer server, CleanupOptions options, TokenLedger ledger) {
        this.server = server;
        this.options = options;
        this.ledger = ledger;
    }

    /**
     * What was read.
     *
     * @param listing the newest listing
     * @param newcomers whether it has rows that were not there before
     */
    record Result(TokenListing listing, boolean newcomers) {}

    /**
     * Reads the list and takes it into the ledger.
     *
     * @param batch the tokens that the last request named
     * @param reply what the server answered
     * @return what was read
     * @throws CleanupException if the list can't be read; the batch is left open then
     * @throws InterruptedException if the thread is interrupted
     */
    Result readAgain(List<TrackedToken> batch, RemovalReply reply) throws CleanupException, InterruptedException {
        boolean accepted = reply instanceof RemovalReply.Accepted;
        try {
            Result result = takeIn(read(), batch, accepted);
            if (accepted && batch.stream().allMatch(TrackedToken::listed)) {
                // The server said that it did it. The page may have been an old copy: look once more.
                options.pauses().pause(PAUSE);
                Result second = takeIn(read(), batch, true);
                return new Result(second.listing(), result.newcomers() || second.newcomers());
            }
            return result;
        } catch (CleanupException e) {
            leaveOpen(batch, accepted);
            throw e;
        }
    }

    /**
     * One quick look after an interruption, so that the report is true.
     *
     * @param batch the tokens that the last request named
     * @param reply what the server answered
     */
    void settleQuickly(List<TrackedToken> batch, RemovalReply reply) {
        boolean accepted = reply instanceof RemovalReply.Accepted;
        try {
            TokenListing listing = server.list(QUICK);
            ledger.takeIn(listing, stableHandles && ledger.sharesHandles(listing), accepted ? batch : List.of());
        } catch (CleanupException | InterruptedException e) {
            // The caller reports the interruption; the tokens say for themselves that they are not settled.
            leaveOpen(batch, accepted);
        }
    }

    private static void leaveOpen(List<TrackedToken> batch, boolean accepted) {
        batch.stream().filter(TrackedToken::listed).forEach(token -> token.leaveOpen(accepted));
    }

    private TokenListing read() throws CleanupException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return server.list(options.timeout());
            } catch (ThrottledOutException | ReauthenticationRequiredException e) {
                throw e;
            } catch (CleanupException e) {
                if (tries == TRIES) {
                    throw e;
                }
                options.pauses().pause(PAUSE.multipliedBy(tries));
            }
        }
    }

    private Result takeIn(TokenListing listing, List<TrackedToken> batch, boolean accepted)
            throws CleanupException, InterruptedException {
        TokenListing newest = listing;
        boolean stable = true;
        if (!newest.tokens().isEmpty() && !ledger.sharesHandles(newest)) {
            if (!handlesProbed) {
                // All handles are new: either all tokens are, or handles change with each load. A second look tells.
                handlesProbed = true;
                newest = read();
                stableHandles = sameHandles(listing, newest);
            }
            stable = stableHandles;
        }
        List<TrackedToken> added = ledger.takeIn(newest, stable, accepted ? batch : List.of());
        return new Result(newest, !added.isEmpty());
    }

    private static boolean sameHandles(TokenListing one, TokenListing other) {
        Set<RemovalHandle> handles =
                one.tokens().stream().map(AuthToken::handle).collect(Collectors.toSet());
        return other.tokens().stream().anyMatch(row -> row.handle() != null && handles.contains(row.handle()));
    }
}
