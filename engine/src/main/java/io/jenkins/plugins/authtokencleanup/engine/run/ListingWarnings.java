package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.time.Duration;
import java.util.List;

/** Tells what is odd about a listing. */
final class ListingWarnings {
    private static final Duration MUCH_SKEW = Duration.ofMinutes(5);
    /** The page may show no more than about so many rows at a time (wire contract, section 5). */
    private static final int FULL_PAGE = 1_000;

    private ListingWarnings() {}

    static void tell(TokenCleanup cleanup, CleanupListener listener) {
        List<TrackedToken> tokens = cleanup.ledger().tokens();
        tellClock(cleanup, listener);
        long unreadable = count(tokens, Reason.UNKNOWN_DATE);
        if (unreadable > 0) {
            listener.warning(unreadable + " AuthTokens are kept because their last access can't be read or is in the"
                    + " future; name the server's time zone if it is wrong, or look at them by hand");
        }
        long nameless = count(tokens, Reason.NO_HANDLE);
        if (nameless > 0) {
            listener.warning(nameless + " unused AuthTokens are kept because the page offers no way to remove just them");
        }
        if (tokens.size() % FULL_PAGE == 0 && !tokens.isEmpty()) {
            listener.warning("The page shows exactly " + tokens.size()
                    + " AuthTokens; there may be more that it does not show");
        }
    }

    private static long count(List<TrackedToken> tokens, Reason reason) {
        return tokens.stream().filter(token -> token.reason() == reason).count();
    }

    private static void tellClock(TokenCleanup cleanup, CleanupListener listener) {
        Duration skew = Duration.between(cleanup.localTime(), cleanup.serverTime());
        if (skew.abs().compareTo(MUCH_SKEW) > 0) {
            listener.warning("The server's clock is " + skew.abs().toSeconds() + " seconds "
                    + (skew.isNegative() ? "behind" : "ahead of")
                    + " this machine's; ages are told by the server's clock");
        }
    }
}
