package io.jenkins.plugins.authtokencleanup.engine.report;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a run did, also when it failed or was interrupted.
 *
 * @param server the server's address
 * @param account the account's name
 * @param preview whether nothing was to be changed
 * @param outcome how it ended
 * @param message one sentence about it, and what to do if it did not end well
 * @param warnings what the user should know besides, maybe nothing
 * @param startedAt when it began, by the clock of the machine that ran it
 * @param finishedAt when it ended, by the same clock
 * @param serverTime the server's clock when it listed the tokens, null if it never did
 * @param clockSkewSeconds the server's clock less ours, null if not known
 * @param cutoff tokens last accessed before this instant are unused, null if nothing was listed
 * @param planFingerprint identifies the plan, null if nothing was planned
 * @param idScheme how ids were made; those of different schemes can't be compared
 * @param page the kind of AuthTokens page, null if nothing was listed or the report does not say
 * @param policy which tokens were to count as unused
 * @param cap how many were allowed to go
 * @param tokens what became of each token, in the page's order
 * @param exitCode how the command line ends on it
 */
public record CleanupReport(
        String server,
        String account,
        boolean preview,
        RunOutcome outcome,
        String message,
        List<String> warnings,
        Instant startedAt,
        Instant finishedAt,
        Instant serverTime,
        Long clockSkewSeconds,
        Instant cutoff,
        String planFingerprint,
        int idScheme,
        String page,
        CleanupPolicy policy,
        RemovalCap cap,
        List<TokenReport> tokens,
        ExitCode exitCode) {

    /** The version of the JSON form. */
    public static final int SCHEMA = 1;

    public CleanupReport {
        warnings = List.copyOf(warnings);
        tokens = List.copyOf(tokens);
    }

    /** How many tokens had which outcome. */
    public TokenCounts counts() {
        return TokenCounts.of(tokens);
    }

    /** The later one of the two clocks when the tokens were listed, null if they never were. */
    public Instant laterClock() {
        return serverTime == null || clockSkewSeconds == null || clockSkewSeconds >= 0
                ? serverTime
                : serverTime.minusSeconds(clockSkewSeconds);
    }

    /**
     * Whether tokens of this report can be found in another one by their ids.
     *
     * @param other another report of the same server and account
     * @return false if ids were made in another way, or from another kind of page
     */
    public boolean comparableWith(CleanupReport other) {
        return idScheme == other.idScheme && Objects.equals(page, other.page);
    }

    /** The same with one more sentence, full stop included, in its message. */
    public CleanupReport saying(String sentence) {
        return new CleanupReport(
                server,
                account,
                preview,
                outcome,
                message + " " + sentence,
                warnings,
                startedAt,
                finishedAt,
                serverTime,
                clockSkewSeconds,
                cutoff,
                planFingerprint,
                idScheme,
                page,
                policy,
                cap,
                tokens,
                exitCode);
    }
}
