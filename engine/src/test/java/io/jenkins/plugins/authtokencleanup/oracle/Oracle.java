package io.jenkins.plugins.authtokencleanup.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says what a cleanup must leave, in the simplest way there is, and without the engine's code: the rules are written
 * down here a second time.
 */
public final class Oracle {
    private Oracle() {}

    /**
     * A token as it really is.
     *
     * @param used null for never
     * @param created null if the page does not show it
     * @param readable whether the page shows its last access so that it can be read
     * @param removable whether the page offers a way to remove it and no other one
     */
    public record Token(
            String id,
            String description,
            List<String> scopes,
            Instant used,
            Instant created,
            boolean readable,
            boolean removable) {}

    /** What the user asked for. The cap is negative for none. */
    public record Rules(
            int days,
            boolean judgeNeverUsed,
            List<Predicate<Token>> protections,
            int keepNewest,
            int cap,
            int percent) {}

    /**
     * The tokens that may go, of an account whose page shows all of them exactly.
     *
     * @param tokens in the page's order
     * @param now the server's clock
     * @return their ids, none if that is over the cap
     */
    public static Set<String> goes(List<Token> tokens, Rules rules, Instant now) {
        Set<String> goes = unused(tokens, rules, now);
        boolean overCap = rules.cap() >= 0 && goes.size() > rules.cap();
        boolean overPercent = rules.percent() >= 0 && 100.0 * goes.size() > (double) rules.percent() * tokens.size();
        return overCap || overPercent ? Set.of() : goes;
    }

    /** The same without a cap. */
    public static Set<String> unused(List<Token> tokens, Rules rules, Instant now) {
        Instant boundary = now.minus(Duration.ofDays(rules.days()));
        Set<String> goes = new HashSet<>();
        for (Token token : tokens) {
            if (token.removable()
                    && isUnused(token, rules, boundary)
                    && rules.protections().stream().noneMatch(protection -> protection.test(token))
                    && rank(token, tokens) >= rules.keepNewest()) {
                goes.add(token.id());
            }
        }
        return goes;
    }

    /** The most that may go in a run whose first list has this number of tokens. */
    public static int most(Rules rules, int listed) {
        int byNumber = rules.cap() < 0 ? Integer.MAX_VALUE : rules.cap();
        return rules.percent() < 0 ? byNumber : Math.min(byNumber, rules.percent() * listed / 100);
    }

    private static boolean isUnused(Token token, Rules rules, Instant boundary) {
        if (!token.readable()) {
            return false;
        }
        if (token.used() == null) {
            return rules.judgeNeverUsed()
                    && token.created() != null
                    && token.created().isBefore(boundary);
        }
        return token.used().isBefore(boundary);
    }

    /** How many of the same description were used later, or at the same time and stand before it. */
    private static int rank(Token token, List<Token> tokens) {
        List<Token> same = new ArrayList<>(tokens);
        same.removeIf(other -> !other.description().equals(token.description()));
        same.sort(Comparator.comparing(Oracle::known, Comparator.reverseOrder()));
        return same.indexOf(token);
    }

    private static Instant known(Token token) {
        return token.readable() && token.used() != null ? token.used() : Instant.MIN;
    }
}
