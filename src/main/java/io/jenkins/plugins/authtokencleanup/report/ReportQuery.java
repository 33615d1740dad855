package io.jenkins.plugins.authtokencleanup.report;

import hudson.Util;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.kohsuke.stapler.StaplerRequest2;

/** The search, filter, order and page that a reader asked for. Invalid values mean the default. */
public final class ReportQuery {
    private final String search;
    private final TokenOutcome outcome;
    private final Sort sort;
    private final int page;

    private ReportQuery(String search, TokenOutcome outcome, Sort sort, int page) {
        this.search = search;
        this.outcome = outcome;
        this.sort = sort;
        this.page = page;
    }

    /** An order of tokens. */
    public enum Sort {
        PAGE(null),
        OLDEST(Comparator.comparing(
                TokenReport::lastAccessed, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))),
        NEWEST(Comparator.comparing(
                TokenReport::lastAccessed, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))),
        DESCRIPTION(Comparator.comparing(TokenReport::description, String.CASE_INSENSITIVE_ORDER)),
        OUTCOME(Comparator.comparing(TokenReport::outcome).thenComparing(TokenReport::reason));

        private final Comparator<TokenReport> order;

        Sort(Comparator<TokenReport> order) {
            this.order = order;
        }

        public String getLabel() {
            return Labels.of(this);
        }
    }

    static ReportQuery of(StaplerRequest2 request) {
        return new ReportQuery(
                Util.fixNull(request.getParameter("search")).strip(),
                named(TokenOutcome.values(), request.getParameter("outcome"), null),
                named(Sort.values(), request.getParameter("sort"), Sort.PAGE),
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

    int page() {
        return page;
    }

    String address(int other) {
        return "?search=" + Util.rawEncode(search) + "&outcome=" + (outcome == null ? "" : outcome.name()) + "&sort="
                + sort.name() + "&page=" + other;
    }

    public String getSearch() {
        return search;
    }

    /** Null for all. */
    public TokenOutcome getOutcome() {
        return outcome;
    }

    public Sort getSort() {
        return sort;
    }
}
