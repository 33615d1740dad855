package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.Verdict;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Checks whether a report that another machine made can be the report of a request: what was requested, within the time
 * that this machine measured, and consistent. It can't know whether the server really lost what the report says.
 */
public final class ReportCheck {
    /** How far the other machine's clock, set to this one's at the start, may be off. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int SHOWN = 200;

    private final CleanupRequest request;
    private final Instant earliest;
    private final Instant latest;
    private final List<String> differences = new ArrayList<>();

    /**
     * A check of one report.
     *
     * @param request what was requested
     * @param sent when, by this machine's clock
     * @param received when the report arrived, by the same clock
     */
    public ReportCheck(CleanupRequest request, Instant sent, Instant received) {
        this.request = request;
        this.earliest = sent.minus(TOLERANCE);
        this.latest = received.plus(TOLERANCE);
    }

    /**
     * What speaks against a report.
     *
     * @param report the report
     * @return phrases that quote the report as it is, empty for nothing
     */
    public List<String> differences(CleanupReport report) {
        differences.clear();
        same("server", request.connection().address().toString(), report.server());
        same("account", request.connection().account(), report.account());
        same("preview", request.preview(), report.preview());
        same("policy", request.policy(), report.policy());
        same("cap", request.cap(), report.cap());
        same("version of ids", TokenIdentity.SCHEME, report.idScheme());
        times(report);
        listing(report);
        report.tokens().forEach(token -> token(token, report));
        outcome(report);
        return List.copyOf(differences);
    }

    private void same(String what, Object requested, Object reported) {
        require(
                Objects.equals(requested, reported),
                what + " " + requested + " was requested, " + reported + " is reported");
    }

    /** The clock of the listing dates what a grace period counts from. */
    private void times(CleanupReport report) {
        within("start", report.startedAt());
        within("end", report.finishedAt());
        if (report.serverTime() == null || report.clockSkewSeconds() == null) {
            return;
        }
        boolean possible = !report.serverTime().isBefore(Instant.EPOCH)
                && report.serverTime().isBefore(NEVER)
                && report.clockSkewSeconds() > -NEVER.getEpochSecond()
                && report.clockSkewSeconds() < NEVER.getEpochSecond();
        require(
                possible,
                "the server's time is " + report.serverTime() + ", the clock skew " + report.clockSkewSeconds() + " s");
        if (possible) {
            Instant listed = report.serverTime().minusSeconds(report.clockSkewSeconds());
            within("listing", listed);
            Instant earlier = listed.isBefore(report.serverTime()) ? listed : report.serverTime();
            // The skew is reported in whole seconds.
            Instant highest = request.policy().cutoff(earlier).plusSeconds(1);
            require(
                    report.cutoff() == null || !report.cutoff().isAfter(highest),
                    "the limit for unused is " + report.cutoff() + ", later than the clocks allow");
        }
    }

    private void within(String what, Instant time) {
        require(
                !time.isBefore(earliest) && !time.isAfter(latest),
                "its " + what + " at " + time + " is not between " + earliest + " and " + latest);
    }

    private void listing(CleanupReport report) {
        require(
                (report.serverTime() == null) == (report.clockSkewSeconds() == null),
                "only one of the server's time and the clock skew is there");
        require(
                report.tokens().isEmpty() || report.serverTime() != null && report.cutoff() != null,
                "AuthTokens are reported without the time of a listing");
        require(
                report.planFingerprint() == null || report.planFingerprint().matches("[0-9a-f]{64}"),
                "the plan's fingerprint is not of 64 hexadecimal digits");
        long ids = report.tokens().stream().map(TokenReport::id).distinct().count();
        require(ids == report.tokens().size(), "two AuthTokens have the same id");
    }

    private void token(TokenReport token, CleanupReport report) {
        TokenOutcome outcome = token.outcome();
        boolean kept = outcome == TokenOutcome.KEPT;
        boolean planned = outcome == TokenOutcome.WOULD_REMOVE;
        boolean fits = token.verdict() == token.reason().verdict() && kept == (token.verdict() == Verdict.KEEP);
        require(
                fits && (kept || planned == report.preview()) && (token.certain() || outcome == TokenOutcome.FAILED),
                "an AuthToken is " + outcome + (token.certain() ? "" : ", not certain,") + " with the verdict "
                        + token.verdict() + " and the reason " + token.reason()
                        + (report.preview() ? " in a preview" : ""));
        boolean used = token.reason() == Reason.UNUSED
                && planned
                && token.lastAccessed() != null
                && report.cutoff() != null
                && !token.lastAccessed().isBefore(report.cutoff());
        require(!used, "an AuthToken would be removed that was used after the limit for unused");
    }

    private void outcome(CleanupReport report) {
        TokenCounts counts = report.counts();
        RunOutcome outcome = report.outcome();
        require(
                outcome != RunOutcome.DONE || report.serverTime() != null && report.planFingerprint() != null,
                "the outcome is DONE without a listing and a plan");
        require(
                outcome != RunOutcome.DONE || counts.failed() + counts.notAttempted() == 0,
                "the outcome is DONE with AuthTokens that failed or were not attempted");
        require(
                outcome != RunOutcome.REFUSED || counts.removed() + counts.failed() == 0,
                "the outcome is REFUSED with removals");
        require(outcome != RunOutcome.PARTIAL || !report.preview(), "the outcome of a preview is PARTIAL");
        require(
                counts.removed() <= request.cap().most(counts.listed()),
                counts.removed() + " of " + counts.listed() + " are removed, more than the cap allows");
    }

    private void require(boolean holds, String otherwise) {
        String difference = otherwise.length() > SHOWN ? otherwise.substring(0, SHOWN) + "..." : otherwise;
        if (!holds && !differences.contains(difference)) {
            differences.add(difference);
        }
    }
}
