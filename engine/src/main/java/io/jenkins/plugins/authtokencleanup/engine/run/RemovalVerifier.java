package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the list again after a removal request, and so finds out what became of the tokens that it named. */
final class RemovalVerifier {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AuthTokenSession server;
    private final Duration timeout;
    private final Sleeper sleeper;
    private final TokenLedger ledger;
    private boolean stableHandles = true;
    private boolean handlesProbed;

    RemovalVerifier(AuthTokenSession server, Duration timeout, Sleeper sleeper, TokenLedger ledger) {
        this.server = server;
        this.timeout = timeout;
        this.sleeper = sleeper;
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
     * @throws CleanupException if the list can't be read; what became of the batch is open then
     * @throws InterruptedException if the thread is interrupted
     */
    Result readAgain(List<TrackedToken> batch, RemovalReply reply) throws CleanupException, InterruptedException {
        List<TrackedToken> accepted = reply instanceof RemovalReply.Accepted ? batch : List.of();
        Result result = takeIn(read(), accepted);
        if (accepted.isEmpty() || !batch.stream().allMatch(TrackedToken::listed)) {
            return result;
        }
        // The server said that it did it. The page may have been an old copy: look once more.
        batch.forEach(TrackedToken::doubt);
        sleeper.sleep(PAUSE);
        Result second = takeIn(read(), accepted);
        return new Result(second.listing(), result.newcomers() || second.newcomers());
    }

    /**
     * One quick look when the run can't go on, so that the report is true. If it fails, the tokens of the last request
     * say for themselves that what became of them is not known.
     *
     * @param batch the tokens that the last request named
     * @param reply what the server answered
     * @param atMost how long it may take
     */
    void listOnce(List<TrackedToken> batch, RemovalReply reply, Duration atMost) {
        try {
            TokenListing listing = server.listOnce(atMost);
            ledger.takeIn(
                    listing,
                    stableHandles && ledger.sharesHandles(listing),
                    reply instanceof RemovalReply.Accepted ? batch : List.of());
        } catch (CleanupException e) {
            // What stopped the run is what its report tells.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TokenListing read() throws CleanupException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return server.list(timeout);
            } catch (CleanupException e) {
                boolean pointless = e.problem() == Problem.THROTTLED || e.problem() == Problem.PASSWORD_WANTED_AGAIN;
                if (pointless || tries == TRIES) {
                    throw e;
                }
                sleeper.sleep(PAUSE.multipliedBy(tries));
            }
        }
    }

    private Result takeIn(TokenListing listing, List<TrackedToken> accepted)
            throws CleanupException, InterruptedException {
        TokenListing newest = listing;
        boolean stable = true;
        if (!newest.tokens().isEmpty() && !ledger.sharesHandles(newest)) {
            if (!handlesProbed) {
                // All handles are new: either all tokens are, or handles change with each load. A second look tells.
                handlesProbed = true;
                newest = secondLook(listing, accepted);
                stableHandles = sameHandles(listing, newest);
            }
            stable = stableHandles;
        }
        List<TrackedToken> added = ledger.takeIn(newest, stable, accepted);
        return new Result(newest, !added.isEmpty());
    }

    private TokenListing secondLook(TokenListing first, List<TrackedToken> accepted)
            throws CleanupException, InterruptedException {
        try {
            return read();
        } catch (CleanupException e) {
            // The run ends here; the first look is good enough to tell what went.
            ledger.takeIn(first, false, accepted);
            throw e;
        }
    }

    private static boolean sameHandles(TokenListing one, TokenListing other) {
        Set<RemovalHandle> handles =
                one.tokens().stream().map(AuthToken::handle).collect(Collectors.toSet());
        return other.tokens().stream().anyMatch(row -> row.handle() != null && handles.contains(row.handle()));
    }
}
