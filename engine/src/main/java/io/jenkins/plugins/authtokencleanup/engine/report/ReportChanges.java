package io.jenkins.plugins.authtokencleanup.engine.report;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The differences of a report from an earlier one of the same account. Of tokens that look the same, the number is
 * right, but not which ones.
 *
 * @param added tokens that were not there
 * @param gone tokens that are not there any more, though the earlier run did not remove them
 * @param woken tokens that were unused, or never used, and were used since
 */
public record ReportChanges(List<TokenReport> added, List<TokenReport> gone, List<TokenReport> woken) {
    public ReportChanges {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        woken = List.copyOf(woken);
    }

    /**
     * Compares two reports.
     *
     * @param before the earlier one; it has a listing
     * @param now the later one; it has a listing
     * @return what changed from when the earlier run ended to when the later one listed
     */
    public static ReportChanges between(CleanupReport before, CleanupReport now) {
        Map<String, Twins> looks = new LinkedHashMap<>();
        for (TokenReport token : now.tokens()) {
            looks.computeIfAbsent(TokenIdentity.look(token.id()), look -> new Twins())
                    .now
                    .add(token);
        }
        for (TokenReport token : before.tokens()) {
            if (token.outcome() != TokenOutcome.REMOVED) {
                looks.computeIfAbsent(TokenIdentity.look(token.id()), look -> new Twins())
                        .before
                        .add(token);
            }
        }
        List<TokenReport> added = new ArrayList<>();
        List<TokenReport> gone = new ArrayList<>();
        List<TokenReport> woken = new ArrayList<>();
        for (Twins twins : looks.values()) {
            added.addAll(last(twins.now, twins.now.size() - twins.before.size()));
            gone.addAll(last(twins.before, twins.before.size() - twins.now.size()));
            woken.addAll(twins.woken(before));
        }
        return new ReportChanges(added, gone, woken);
    }

    private static List<TokenReport> last(List<TokenReport> tokens, int count) {
        return tokens.subList(tokens.size() - Math.max(0, count), tokens.size());
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return added.isEmpty() && gone.isEmpty() && woken.isEmpty();
    }

    /** Tokens that look the same, in both reports. */
    private static final class Twins {
        private final List<TokenReport> before = new ArrayList<>();
        private final List<TokenReport> now = new ArrayList<>();

        /** As many as were asleep then, are still there, and are not asleep any more. */
        List<TokenReport> woken(CleanupReport then) {
            Predicate<TokenReport> asleepThen = token -> token.lastAccessed() == null
                    ? isNever(token)
                    : token.lastAccessed().isBefore(then.cutoff());
            Instant listed = then.serverTime();
            List<TokenReport> used = now.stream()
                    .filter(token -> token.lastAccessed() != null
                            && !token.lastAccessed().isBefore(listed))
                    .toList();
            long asleep = now.stream()
                    .filter(token ->
                            token.lastAccessed() == null || token.lastAccessed().isBefore(then.cutoff()))
                    .count();
            long missing = Math.max(0, before.size() - now.size());
            long woken = before.stream().filter(asleepThen).count() - asleep - missing;
            return last(used, (int) Math.min(woken, used.size()));
        }

        private static boolean isNever(TokenReport token) {
            return token.reason() != Reason.UNKNOWN_DATE;
        }
    }
}
