package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanFingerprint;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerConnection;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A whole run: sign in, list, plan, cap, remove, sign out, report. It reports in every case. */
public final class CleanupRun {
    private final ServerConnection connection;
    private final CleanupRequest request;
    private final CleanupListener listener;
    private final Clock clock;
    private final TokenCleanup cleanup;
    private final List<String> warnings = new ArrayList<>();
    private RemovalJournal journal = RemovalJournal.NONE;
    private String fingerprint;

    /** A run, to be performed once. It closes the connection. */
    public CleanupRun(ServerConnection connection, CleanupRequest request, CleanupListener listener) {
        this(connection, request, listener, Clock.systemUTC(), Sleeper.REAL);
    }

    /** The same with another clock of this machine, and other waits. */
    public CleanupRun(
            ServerConnection connection,
            CleanupRequest request,
            CleanupListener listener,
            Clock clock,
            Sleeper sleeper) {
        this.connection = connection;
        this.request = request;
        this.listener = listener;
        this.clock = clock;
        this.cleanup = new TokenCleanup(request, listener, clock, sleeper);
    }

    /** Has the run keep a journal, so that no removal request leaves without an entry. Otherwise it keeps none. */
    public CleanupRun journal(RemovalJournal kept) {
        journal = kept;
        return this;
    }

    private ConnectionSettings settings() {
        return request.connection();
    }

    /**
     * Performs the run. Whatever the server does, and also when the thread is interrupted, it ends with a report that
     * is true; an interrupted thread's flag is set then.
     */
    public CleanupReport perform() {
        Instant started = clock.instant();
        End end;
        try {
            end = run();
        } catch (CleanupException e) {
            end = failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = interrupted();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            end = new End(RunOutcome.FAILED, ExitCode.UNEXPECTED, unexpected(e) + removedSoFar());
        } finally {
            connection.close();
        }
        return report(started, end);
    }

    /** How a run ended. */
    private record End(RunOutcome outcome, ExitCode exitCode, String message) {}

    private End run() throws CleanupException, InterruptedException {
        if (request.policy().olderThanDays() < CleanupPolicy.DEFAULT_DAYS) {
            warn("AuthTokens count as unused after " + request.policy().olderThanDays()
                    + " days. The vendor's advice: do not remove AuthTokens that have been used in the last 30 days"
                    + " unless you are sure");
        }
        for (PlanRestriction restriction : request.restrictions()) {
            restriction.check(settings().address().toString(), settings().account(), request.policy());
        }
        cleanup.plan(connection.open(listener), this::warn);
        fingerprint = PlanFingerprint.of(
                settings().address().toString(), settings().account(), request.policy(), cleanup.plannedAccesses());
        ListingWarnings.report(cleanup, request, this::warn);
        cleanup.check();
        if (request.preview()) {
            int planned = cleanup.ledger().planned();
            return new End(
                    RunOutcome.DONE,
                    ExitCode.DONE,
                    "Preview: " + planned + " of " + cleanup.ledger().tokens().size()
                            + " AuthTokens would be removed. Nothing was changed.");
        }
        cleanup.remove(journal);
        return removed();
    }

    private void warn(String words) {
        warnings.add(words);
        listener.warning(words);
    }

    private End interrupted() {
        return new End(RunOutcome.INTERRUPTED, ExitCode.INTERRUPTED, "Interrupted." + removedSoFar());
    }

    private End removed() {
        TokenLedger ledger = cleanup.ledger();
        long others = ledger.grew() ? 0 : count(TrackedToken::goneUnasked);
        if (others > 0) {
            warn((others == 1 ? "1 AuthToken is" : others + " AuthTokens are")
                    + " no longer listed, although this run never asked to remove them: see the notes. If nobody else"
                    + " removed them, the server removes more than it is asked to");
        }
        long overCap = count(token -> token.reason() == Reason.OVER_CAP);
        long left = overCap + count(token -> isLeft(token.outcome(false)));
        String removed = removed(ledger.removed()) + " of " + ledger.tokens().size() + " listed.";
        if (left == 0) {
            return new End(RunOutcome.DONE, ExitCode.DONE, removed);
        }
        String why = overCap == left
                ? " came into view during the run and would have exceeded the cap. The next run goes on with them."
                : " could not be removed, or it is not known whether they are gone: the report says why for each. Run"
                        + " again; if they stay, remove them by hand on the AuthTokens page.";
        return new End(RunOutcome.PARTIAL, ExitCode.SOME_FAILED, removed + " " + left + why);
    }

    private static boolean isLeft(TokenOutcome outcome) {
        return outcome == TokenOutcome.FAILED || outcome == TokenOutcome.NOT_ATTEMPTED;
    }

    private long count(Predicate<TrackedToken> which) {
        return cleanup.ledger().tokens().stream().filter(which).count();
    }

    private End failed(CleanupException e) {
        if (e.problem().refusesPlan()) {
            return new End(RunOutcome.REFUSED, ExitCode.REFUSED, e.getMessage() + " Nothing was removed.");
        }
        if (e.problem() == Problem.PASSWORD_WANTED_AGAIN && cleanup.ledger().removed() > 0) {
            return new End(
                    RunOutcome.PARTIAL,
                    ExitCode.SOME_FAILED,
                    removed(cleanup.ledger().removed())
                            + ". Then the server wanted the password again, which a run gives"
                            + " once only. The next run goes on with the rest.");
        }
        return Thread.currentThread().isInterrupted()
                ? interrupted()
                : new End(RunOutcome.FAILED, e.problem().exitCode(), e.getMessage() + removedSoFar());
    }

    private String removedSoFar() {
        int removed = cleanup.ledger().removed();
        return removed == 0 ? " No AuthToken is known to be removed." : " " + removed(removed) + " before that.";
    }

    private static String removed(int count) {
        return count == 1 ? "Removed 1 AuthToken" : "Removed " + count + " AuthTokens";
    }

    /** The message of an unexpected error may hold secrets, so only its type and place are reported. */
    private static String unexpected(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return "An error in this program: " + e.getClass().getSimpleName() + place + ". Please report it.";
    }

    private TokenReport tokenReport(TrackedToken token) {
        Instant due = token.reason() == Reason.IN_GRACE ? dueAt(token.row()) : null;
        return token.report(request.preview(), due);
    }

    private Instant dueAt(AuthToken row) {
        return request.restrictions().stream()
                .map(restriction -> restriction.dueAt(row))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(due -> due.truncatedTo(ChronoUnit.SECONDS))
                .orElse(null);
    }

    private CleanupReport report(Instant started, End end) {
        List<TokenReport> tokens =
                cleanup.ledger().tokens().stream().map(this::tokenReport).toList();
        Clocks clocks = cleanup.clocks();
        return new CleanupReport(
                settings().address().toString(),
                settings().account(),
                request.preview(),
                end.outcome(),
                end.message(),
                warnings,
                started,
                clock.instant(),
                clocks == null ? null : clocks.server(),
                clocks == null ? null : clocks.skew().toSeconds(),
                cleanup.cutoff(),
                fingerprint,
                TokenIdentity.SCHEME,
                cleanup.page() == null ? null : cleanup.page().kind(),
                request.policy(),
                request.cap(),
                tokens,
                end.exitCode());
    }
}
