package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists again after a removal request, and so finds out what became of the tokens that it named. */
final class RemovalVerifier {
    private static final String ATTEMPT = "Verify a removal";
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Tokens that others may remove during the run: this number, or this part of those never named. */
    private static final int TOLERATED = 3;

    private static final int TOLERATED_PART = 10;
    /** Requests after which others went than those that the server says it removed. */
    private static final int MOST_OTHERS_INSTEAD = 2;

    private final AuthTokenSession server;
    private final Duration timeout;
    private final Sleeper sleeper;
    private final TokenLedger ledger;
    private boolean stableHandles = true;
    private boolean handlesProbed;
    private int othersInstead;

    RemovalVerifier(AuthTokenSession server, Duration timeout, Sleeper sleeper, TokenLedger ledger) {
        this.server = server;
        this.timeout = timeout;
        this.sleeper = sleeper;
        this.ledger = ledger;
    }

    /**
     * What a verification found.
     *
     * @param listing the newest listing
     * @param newcomers whether it has rows that were not there before
     * @param handlesMoved whether handles name other tokens than before
     */
    record Result(TokenListing listing, boolean newcomers, boolean handlesMoved) {
        Result then(Result later) {
            return new Result(later.listing, newcomers || later.newcomers, handlesMoved || later.handlesMoved);
        }
    }

    /**
     * Lists until the list is credible, and once more where that is needed as a proof. Without a credible list it is
     * not known what became of the batch that the last request named.
     */
    Result verify(List<TrackedToken> batch, RemovalReply reply) throws CleanupException, InterruptedException {
        List<TrackedToken> accepted = reply instanceof RemovalReply.Accepted ? batch : List.of();
        List<TrackedToken> unnamed = ledger.tokens().stream()
                .filter(token -> token.listed() && !token.asked())
                .toList();
        if (reply instanceof RemovalReply.Unclear) {
            sleeper.sleep(PAUSE);
        }
        Result result = takeIn(accepted, false);
        boolean stillThere = !accepted.isEmpty() && batch.stream().allMatch(TrackedToken::listed);
        if (!stillThere && batch.stream().noneMatch(TrackedToken::needsSecondLook)) {
            return result;
        }
        // The server said that it did it, and the page may have been an old copy; or nothing but the list says so.
        if (stillThere) {
            batch.forEach(TrackedToken::doubt);
        }
        sleeper.sleep(PAUSE);
        result = result.then(takeIn(accepted, false));
        if (stillThere && !ledger.grew()) {
            checkOthers(batch, unnamed);
        }
        return result;
    }

    /** Once, somebody else may have removed another token just then. Twice, the server removes the wrong ones. */
    private void checkOthers(List<TrackedToken> accepted, List<TrackedToken> unnamed) throws CleanupException {
        boolean othersWent = accepted.stream().allMatch(TrackedToken::listed)
                && !unnamed.stream().allMatch(TrackedToken::listed);
        if (othersWent && ++othersInstead == MOST_OTHERS_INSTEAD) {
            ledger.tokens().forEach(TrackedToken::mayBeTakenInstead);
            throw new CleanupException(
                    Problem.UNKNOWN_PAGE,
                    ATTEMPT,
                    "the server says that it removed what it was asked to, but still lists it, and others that this run"
                            + " never asked to remove are gone instead");
        }
    }

    /** Waits until no request can still be carried out, and lists once more. */
    Result settle() throws CleanupException, InterruptedException {
        sleeper.sleep(timeout);
        Result result = takeIn(List.of(), true);
        if (ledger.tokens().stream().noneMatch(TrackedToken::needsSecondLook)) {
            return result;
        }
        return result.then(lookAgain());
    }

    /** Lists once more, for tokens that went when no request named them any more. */
    Result lookAgain() throws CleanupException, InterruptedException {
        sleeper.sleep(PAUSE);
        return takeIn(List.of(), false);
    }

    /** Two quick looks when the run can't go on. If they fail, it is not known what became of the batch. */
    void listOnce(List<TrackedToken> batch, RemovalReply reply, Duration atMost) {
        List<TrackedToken> accepted = reply instanceof RemovalReply.Accepted ? batch : List.of();
        try {
            for (int looks = 0; looks < 2; looks++) {
                TokenListing listing = server.listOnce(atMost);
                ListingMatcher matcher = ledger.matcher();
                ListingMatcher.Match match =
                        matcher.match(listing, stableHandles && matcher.sharesHandles(listing), accepted);
                if (!credible(listing, match)) {
                    return;
                }
                ledger.takeIn(listing, match, false);
                if (batch.stream().noneMatch(TrackedToken::needsSecondLook)) {
                    return;
                }
            }
        } catch (CleanupException e) {
            // The report says what stopped the run.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result takeIn(List<TrackedToken> accepted, boolean late) throws CleanupException, InterruptedException {
        for (int looks = 1; ; looks++) {
            TokenListing listing = read();
            boolean knownHandles =
                    listing.tokens().isEmpty() || ledger.matcher().sharesHandles(listing);
            if (!knownHandles && !handlesProbed) {
                handlesProbed = true;
                listing = probe(listing, accepted, late);
            }
            ListingMatcher.Match match = ledger.matcher().match(listing, knownHandles || stableHandles, accepted);
            if (credible(listing, match)) {
                return new Result(listing, ledger.takeIn(listing, match, late), match.handlesMoved());
            }
            if (looks == TRIES) {
                throw new CleanupException(
                        Problem.UNKNOWN_PAGE,
                        ATTEMPT,
                        "the list has " + listing.tokens().size() + " AuthTokens, and "
                                + missing(match).size() + " that this run never asked to remove are not among them");
            }
            // The load that showed whether handles change may have been a copy of the one before.
            handlesProbed = false;
            sleeper.sleep(PAUSE);
        }
    }

    /** Tokens that no request named. Those that are gone count for good, unless they may only be out of view. */
    private Stream<TrackedToken> unnamed() {
        return ledger.tokens().stream().filter(token -> !token.asked() && (token.listed() || !ledger.grew()));
    }

    private List<TrackedToken> missing(ListingMatcher.Match match) {
        return unnamed().filter(token -> !match.rows().containsKey(token)).toList();
    }

    /** Whether a list can be the whole one: hardly any token that was never named is missing from it. */
    private boolean credible(TokenListing listing, ListingMatcher.Match match) {
        long unnamed = unnamed().count();
        if (listing.tokens().isEmpty()) {
            return unnamed().noneMatch(TrackedToken::listed);
        }
        // Only a page that is as full as ever can have some out of view, and not all of them at once.
        boolean onlyAPartIsShown = (ledger.grew() || !match.newcomers().isEmpty())
                && listing.tokens().size() >= ledger.mostListed()
                && missing(match).size() < unnamed;
        return onlyAPartIsShown || missing(match).size() <= Math.max(TOLERATED, unnamed / TOLERATED_PART);
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

    /**
     * None of a list's handles is known: either all tokens are new, or handles change with each load. One more load
     * shows which.
     */
    private TokenListing probe(TokenListing first, List<TrackedToken> accepted, boolean late)
            throws CleanupException, InterruptedException {
        try {
            TokenListing second = read();
            stableHandles = sameHandles(first, second);
            return second;
        } catch (CleanupException e) {
            // The run ends here. The first list is good enough to show what went.
            ListingMatcher.Match match = ledger.matcher().match(first, false, accepted);
            if (credible(first, match)) {
                ledger.takeIn(first, match, late);
            }
            throw e;
        }
    }

    private static boolean sameHandles(TokenListing one, TokenListing other) {
        Set<RemovalHandle> handles =
                one.tokens().stream().map(AuthToken::handle).collect(Collectors.toSet());
        return other.tokens().stream().anyMatch(row -> row.handle() != null && handles.contains(row.handle()));
    }
}
