package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * Two-phase removal: a token goes only if a report at least so many days ago said that it is unused, and it has not
 * been used since. Its memory is earlier reports. A report that is lost only makes the grace longer.
 */
public final class GracePeriod implements PlanRestriction {
    private static final long serialVersionUID = 1L;

    private final int days;
    private final HashMap<String, ArrayList<UnusedNotice>> memory = new HashMap<>();
    private Instant now;

    /**
     * A grace period without a memory.
     *
     * @param days how long ago a token must have been reported, at least 1
     */
    public GracePeriod(int days) {
        if (days < 1 || days > CleanupPolicy.MOST_DAYS) {
            throw new IllegalArgumentException(
                    "The days of grace must be 1 to " + CleanupPolicy.MOST_DAYS + ", not " + days);
        }
        this.days = days;
    }

    /**
     * Remembers which tokens an earlier report calls unused. A token that was not in an approved plan was not announced:
     * such a report does not say when it is due.
     *
     * @param report a report of the same server and account
     * @return whether the report told of every unused token; not so without a listing, or with an approved plan
     */
    public boolean remember(CleanupReport report) {
        if (report.serverTime() == null) {
            return false;
        }
        Map<String, UnusedNotice> looks = new HashMap<>();
        for (TokenReport token : report.tokens()) {
            looks.computeIfAbsent(TokenIds.look(token.id()), look -> new UnusedNotice(report.serverTime()))
                    .add(token);
        }
        looks.forEach((look, announcement) -> {
            if (!announcement.isEmpty()) {
                memory.computeIfAbsent(look, first -> new ArrayList<>()).add(announcement);
            }
        });
        return report.tokens().stream().noneMatch(token -> token.reason() == Reason.NOT_IN_APPROVED_PLAN);
    }

    @Override
    public void listedAt(Instant serverTime) {
        now = serverTime;
    }

    @Override
    public Reason reasonToKeep(String id, AuthToken token) {
        return dueAt(id, token).isAfter(now) ? Reason.IN_GRACE : null;
    }

    @Override
    public Instant dueAt(String id, AuthToken token) {
        Instant first = now;
        for (UnusedNotice announcement : memory.getOrDefault(TokenIds.look(id), new ArrayList<>())) {
            if (announcement.reportedAt().isBefore(first) && announcement.isOf(token)) {
                first = announcement.reportedAt();
            }
        }
        return first.plus(Duration.ofDays(days));
    }
}
