package io.jenkins.plugins.authtokencleanup.report;

import hudson.Util;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The search, filter, order and page that a reader asked for.
 *
 * @param outcome null for all
 * @param reason null for all
 */
public record ReportQuery(String search, TokenOutcome outcome, Reason reason, Sort sort, int page) {
    /** Outcomes in the order in which a reader looks for them. */
    static final List<TokenOutcome> READING_ORDER = List.of(
            TokenOutcome.REMOVED,
            TokenOutcome.WOULD_REMOVE,
            TokenOutcome.FAILED,
            TokenOutcome.NOT_ATTEMPTED,
            TokenOutcome.KEPT);

    private static final Comparator<TokenReport> LONGEST_UNUSED =
            Comparator.comparing(TokenReport::lastAccessed, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    /** An order of tokens; the first one is the default. */
    public enum Sort {
        /** What went first, then what failed, then what was kept, by reason; the longest unused first in each. */
        OUTCOME(Comparator.comparing((TokenReport token) -> READING_ORDER.indexOf(token.outcome()))
                .thenComparing(TokenReport::reason)
                .thenComparing(LONGEST_UNUSED)),
        OLDEST(LONGEST_UNUSED),
        NEWEST(Comparator.comparing(
                TokenReport::lastAccessed, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))),
        DESCRIPTION(Comparator.comparing(TokenReport::description, String.CASE_INSENSITIVE_ORDER)),
        PAGE(null);

        private final Comparator<TokenReport> order;

        Sort(Comparator<TokenReport> order) {
            this.order = order;
        }
    }

    /** What a request asks for. Invalid values mean the default. */
    static ReportQuery of(StaplerRequest2 request) {
        return new ReportQuery(
                Util.fixNull(request.getParameter("search")).strip(),
                named(TokenOutcome.values(), request.getParameter("outcome"), null),
                named(Reason.values(), request.getParameter("reason"), null),
                named(Sort.values(), request.getParameter("sort"), Sort.OUTCOME),
                number(request.getParameter("page")));
    }

    private static <E extends Enum<E>> E named(E[] all, String name, E otherwise) {
        for (E one : all) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return otherwise;
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    List<TokenReport> find(List<TokenReport> tokens) {
        String wanted = search.toLowerCase(Locale.ROOT);
        Predicate<TokenReport> fits = token -> (outcome == null || token.outcome() == outcome)
                && (reason == null || token.reason() == reason)
                && (wanted.isEmpty() || text(token).contains(wanted));
        List<TokenReport> found = tokens.stream().filter(fits).toList();
        return sort.order == null ? found : found.stream().sorted(sort.order).toList();
    }

    private static String text(TokenReport token) {
        return String.join(
                        "\n",
                        token.description(),
                        String.join("\n", token.scopes()),
                        token.ipAddress(),
                        token.id(),
                        token.reason().words())
                .toLowerCase(Locale.ROOT);
    }

    /** The address of another page of the same search. */
    String address(int other) {
        return "?search=" + Util.rawEncode(search) + "&outcome=" + name(outcome) + "&reason=" + name(reason) + "&sort="
                + sort.name() + "&page=" + other;
    }

    /** The address of everything with an outcome and a reason, null for any, in the same order. */
    String address(TokenOutcome otherOutcome, Reason otherReason) {
        return new ReportQuery("", otherOutcome, otherReason, sort, 1).address(1);
    }

    private static String name(Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }

    /** Whether it shows everything with an outcome and a reason, null for any, and nothing else. */
    boolean shows(TokenOutcome otherOutcome, Reason otherReason) {
        return search.isEmpty() && outcome == otherOutcome && reason == otherReason;
    }

    /** Whether it leaves some tokens out. */
    public boolean isNarrowed() {
        return !shows(null, null);
    }
}
