package io.jenkins.plugins.authtokencleanup.engine.policy;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Applies a policy to tokens. The safety rules of what may go are here and nowhere else. */
public final class PolicyJudge {
    /** A last access up to this much later than the clock is lag, not a date in the future. */
    private static final Duration LAG = Duration.ofMinutes(5);

    /** A pattern too slow for this many tokens is not tried on others: it protects them all. */
    private static final int SLOW_ENOUGH = 10;

    /**
     * A token never used is not the most recently accessed one, also if the page shows its creation for a last access.
     */
    private static final Comparator<AuthToken> NEWEST_FIRST = newestFirst(AuthToken::neverUsed);

    /** The same where the page can't tell whether some were used at all. */
    private static final Comparator<AuthToken> NEWEST_OF_THE_USED_FIRST =
            newestFirst(token -> token.neverUsed() || token.maybeNeverUsed());

    private final CleanupPolicy policy;
    private final Instant cutoff;
    private final boolean useRecorded;
    private final Map<ProtectPattern, Integer> slow = new LinkedHashMap<>();

    /**
     * A judge for one run.
     *
     * @param policy what the user says
     * @param cutoff tokens last accessed before this instant are unused; it stays the same for the whole run
     * @param useRecorded false if the server may not record use: all tokens never used are kept then
     */
    public PolicyJudge(CleanupPolicy policy, Instant cutoff, boolean useRecorded) {
        this.policy = policy;
        this.cutoff = cutoff;
        this.useRecorded = useRecorded;
    }

    public Instant cutoff() {
        return cutoff;
    }

    /**
     * Judges all tokens of a listing together.
     *
     * @param tokens the tokens
     * @param now the later one of the server's clock and this machine's
     * @return a reason for each, in the same order
     */
    public List<Reason> judge(List<AuthToken> tokens, Instant now) {
        List<Reason> reasons = new ArrayList<>(tokens.size());
        for (AuthToken token : tokens) {
            reasons.add(judge(token, now));
        }
        if (policy.keepNewest() > 0) {
            keepNewest(tokens, reasons);
        }
        return reasons;
    }

    /** All rules but {@code keepNewest}. */
    private Reason judge(AuthToken token, Instant now) {
        boolean byLabel = !policy.protect().isEmpty() || policy.keepNewest() > 0;
        if (byLabel && token.labels() == null
                || policy.protect().stream().anyMatch(pattern -> protects(pattern, token))) {
            return Reason.PROTECTED;
        }
        Reason byDate = judgeDate(token, now);
        return byDate == Reason.UNUSED && token.handle() == null ? Reason.NO_HANDLE : byDate;
    }

    private boolean protects(ProtectPattern pattern, AuthToken token) {
        if (slow.getOrDefault(pattern, 0) >= SLOW_ENOUGH) {
            return true;
        }
        ProtectPattern.Match match = pattern.match(token);
        if (match == ProtectPattern.Match.TOO_SLOW) {
            slow.merge(pattern, 1, Integer::sum);
        }
        return match != ProtectPattern.Match.NO;
    }

    /** The patterns that took too long, so that they protect tokens which they may not match. */
    public Set<ProtectPattern> slowPatterns() {
        return slow.keySet();
    }

    private Reason judgeDate(AuthToken token, Instant now) {
        LastAccess date = token.lastAccess();
        if (token.neverUsed()) {
            if (!useRecorded) {
                return Reason.USE_NOT_RECORDED;
            }
            boolean old = policy.neverUsed() == NeverUsed.JUDGE
                    && token.created() != null
                    && token.created().isBefore(cutoff);
            return old ? Reason.UNUSED : Reason.NEVER_USED;
        }
        if (date.latest() == null || date.earliest().isAfter(now.plus(LAG))) {
            return Reason.UNKNOWN_DATE;
        }
        if (token.maybeNeverUsed() && (policy.neverUsed() == NeverUsed.KEEP || !useRecorded)) {
            return policy.neverUsed() == NeverUsed.KEEP ? Reason.NEVER_USED : Reason.USE_NOT_RECORDED;
        }
        return date.isBefore(cutoff) ? Reason.UNUSED : Reason.RECENTLY_USED;
    }

    private void keepNewest(List<AuthToken> tokens, List<Reason> reasons) {
        Map<String, List<Integer>> byDescription = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            byDescription
                    .computeIfAbsent(tokens.get(i).description(), description -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> same : byDescription.values()) {
            keepFirst(same, Comparator.comparing(tokens::get, NEWEST_FIRST), reasons);
            keepFirst(same, Comparator.comparing(tokens::get, NEWEST_OF_THE_USED_FIRST), reasons);
        }
    }

    private void keepFirst(List<Integer> same, Comparator<Integer> newestFirst, List<Reason> reasons) {
        List<Integer> order = same.stream().sorted(newestFirst).toList();
        for (int i : order.subList(0, Math.min(policy.keepNewest(), order.size()))) {
            if (reasons.get(i) == Reason.UNUSED) {
                reasons.set(i, Reason.NEWEST);
            }
        }
    }

    private static Comparator<AuthToken> newestFirst(Predicate<AuthToken> unused) {
        return Comparator.comparing(
                token -> unused.test(token) ? null : token.lastAccess().latest(),
                Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
