package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.function.Consumer;

/**
 * Two-phase removal: a token is removed only if a report made before the grace period already listed it as unused, and
 * it has not been used since. Its memory is earlier reports; a lost report only makes the grace longer.
 */
public final class GracePeriod implements PlanRestriction {
    private static final long serialVersionUID = 1L;

    private final int days;
    /** By the kind of page: ids are digests of what a page shows, so those of another kind mean nothing. */
    private final HashMap<String, HashMap<String, ArrayList<UnusedNotice>>> pages = new HashMap<>();

    private HashMap<String, ArrayList<UnusedNotice>> memory = new HashMap<>();
    private boolean otherScheme;
    private Instant now;

    /** A grace period of at least one day, without a memory. */
    public GracePeriod(int days) {
        if (days < 1 || days > CleanupPolicy.MOST_DAYS) {
            throw new IllegalArgumentException(
                    "The days of grace must be 1 to " + CleanupPolicy.MOST_DAYS + ", not " + days);
        }
        this.days = days;
    }

    /**
     * Remembers which tokens an earlier report calls unused. A token that was not in an approved plan was not
     * announced: such a report does not say when it is due.
     *
     * @param report a report of the same server and account
     * @return whether the report covers every unused token; not so without a listing, with an approved plan, or if its
     *     ids can't be compared
     */
    public boolean remember(CleanupReport report) {
        if (report.serverTime() == null) {
            return false;
        }
        if (report.idScheme() != TokenIdentity.SCHEME) {
            otherScheme = true;
            return false;
        }
        HashMap<String, ArrayList<UnusedNotice>> notices =
                pages.computeIfAbsent(report.page(), first -> new HashMap<>());
        UnusedNotice.of(report, token -> token.reason() == Reason.UNUSED || token.reason() == Reason.IN_GRACE)
                .forEach((look, notice) -> notices.computeIfAbsent(look, first -> new ArrayList<>())
                        .add(notice));
        return report.tokens().stream().noneMatch(token -> token.reason() == Reason.NOT_IN_APPROVED_PLAN);
    }

    @Override
    public void listed(ListedPage page, Consumer<String> warnings) {
        now = page.now();
        boolean otherPages = !pages.isEmpty();
        if (pages.containsKey(page.kind())) {
            memory = pages.get(page.kind());
        } else if (otherPages || otherScheme) {
            warnings.accept("The grace period starts again for all AuthTokens: earlier reports are of "
                    + (otherPages
                            ? "another kind of AuthTokens page"
                            : "a version that identified them in another way"));
        }
    }

    @Override
    public Reason reasonToKeep(AuthToken row) {
        return dueAt(row).isAfter(now) ? Reason.IN_GRACE : null;
    }

    @Override
    public Instant dueAt(AuthToken row) {
        Instant first = now;
        for (UnusedNotice notice : memory.getOrDefault(TokenIdentity.look(row), new ArrayList<>())) {
            if (notice.reportedAt().isBefore(first) && notice.covers(row)) {
                first = notice.reportedAt();
            }
        }
        return first.plus(Duration.ofDays(days));
    }
}
