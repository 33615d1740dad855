package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Warns of what is odd about a listing. */
final class ListingWarnings {
    private static final Duration MUCH_SKEW = Duration.ofMinutes(5);
    /** The page may show at most about this many rows (wire contract, section 5). */
    private static final int FULL_PAGE = 1_000;

    private ListingWarnings() {}

    static void report(TokenCleanup cleanup, CleanupRequest request, Consumer<String> warnings) {
        List<TrackedToken> tokens = cleanup.ledger().tokens();
        reportRecording(cleanup, warnings);
        cleanup.page().warnings().forEach(warnings);
        reportClocks(cleanup.clocks(), warnings);
        long unreadable = count(tokens, Reason.UNKNOWN_DATE);
        if (unreadable > 0) {
            warnings.accept(
                    kept(unreadable, "") + " because the last access can't be read or is in the future; times are "
                            + cleanup.page().timesReadBy() + ". Look at them by hand");
        }
        long nameless = count(tokens, Reason.NO_HANDLE);
        if (nameless > 0) {
            warnings.accept(kept(nameless, "unused ") + " because the page offers no way to remove just "
                    + (nameless == 1 ? "this one" : "these"));
        }
        cleanup.slowPatterns()
                .forEach(pattern -> warnings.accept("The pattern " + pattern.source()
                        + " takes too long; the AuthTokens that it takes too long for are kept. Simplify it"));
        if (request.policy().neverUsed() == NeverUsed.KEEP
                && cleanup.ledger().planned() > 0
                && tokens.stream().allMatch(token -> token.row().created() == null)) {
            warnings.accept("The page shows no creation times, so an AuthToken that was never used is kept only if the"
                    + " page says that it was never used");
        }
        if (tokens.size() % FULL_PAGE == 0 && !tokens.isEmpty()) {
            warnings.accept(
                    "The page shows exactly " + tokens.size() + " AuthTokens; there may be more that it does not show");
        }
    }

    /** The first warning: everything else rests on the server's recording of use. */
    private static void reportRecording(TokenCleanup cleanup, Consumer<String> warnings) {
        if (!cleanup.useRecorded()) {
            warnings.accept("No AuthToken shows a use: the server may not record it. " + neverUsed(cleanup) + ". "
                    + PageDetails.CHECK_RECORDING);
            return;
        }
        boolean recorded = cleanup.page().recordedEvery().toSeconds() > 0;
        Instant newest = cleanup.newestUse();
        if (recorded && newest != null && newest.isBefore(cleanup.cutoff())) {
            warnings.accept("No AuthToken of this account was used since " + newest.truncatedTo(ChronoUnit.SECONDS)
                    + ": recording may have been switched"
                    + " off on the server. " + PageDetails.CHECK_RECORDING + ", before you remove any");
        }
    }

    private static String neverUsed(TokenCleanup cleanup) {
        return cleanup.seenByPerson()
                ? "AuthTokens never used are removed by an approved plan only"
                : "AuthTokens never used are kept";
    }

    private static String kept(long count, String kind) {
        return count + " " + kind + (count == 1 ? "AuthToken is kept" : "AuthTokens are kept");
    }

    private static long count(List<TrackedToken> tokens, Reason reason) {
        return tokens.stream().filter(token -> token.reason() == reason).count();
    }

    private static void reportClocks(Clocks clocks, Consumer<String> warnings) {
        Duration skew = clocks.skew();
        if (skew.abs().compareTo(MUCH_SKEW) > 0) {
            warnings.accept("The server's clock is " + words(skew.abs()) + " "
                    + (skew.isNegative() ? "behind" : "ahead of")
                    + " this machine's; unused is what the earlier one of the two says. Set the wrong one right");
        }
    }

    private static String words(Duration time) {
        if (time.toHours() < 2) {
            return time.toMinutes() + " minutes";
        }
        return time.toDays() < 2 ? time.toHours() + " hours" : time.toDays() + " days";
    }
}
