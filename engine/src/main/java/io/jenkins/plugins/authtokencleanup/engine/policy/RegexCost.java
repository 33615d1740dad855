package io.jenkins.plugins.authtokencleanup.engine.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much work a regular expression can make without reading a character. The JDK can't be stopped while it does that.
 * The cost is a product: of nested counts such as {@code {1000}}, of the ways to match an empty text, of which
 * {@code (a?)?} has two, and of the places where nested look-behinds can begin. It is never less than the real one.
 */
final class RegexCost {
    private static final Pattern QUANTIFIER = Pattern.compile("(?:[?*+]|\\{(\\d{1,10})(?:,(\\d{0,10}))?})[?+]?");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:[xpPNk][{<][^}>]*[}>]|b\\{g}|[1-9]\\d*|c.|.)", Pattern.DOTALL);
    private static final Pattern GROUP =
            Pattern.compile("\\((?:\\?(?:<[a-zA-Z][a-zA-Z0-9]*>|<?[=!]|[>:]|[a-zA-Z-]*:?))?");
    private static final Pattern QUOTATION = Pattern.compile("\\\\(?:Q(.*?)(?:\\\\E|\\z)|.)", Pattern.DOTALL);
    /** A flag that lets comments stand anywhere, with brackets in them. */
    private static final Pattern ALLOWS_COMMENTS = Pattern.compile("\\(\\?[a-zA-Z]*x");
    /** Escapes that read no character, or maybe none: boundaries and references to groups. */
    private static final String CAN_BE_EMPTY = "bBAzZGk123456789";

    private static final long GREATEST = 1L << 31;

    private final String regex;
    private final Deque<Group> groups = new ArrayDeque<>();
    private long emptyWays = 1;
    private int at;

    /** A group that is being read, and the alternative in it that is being read. */
    private static final class Group {
        private final String opening;
        private long repetitions = 1;
        private long places = 1;
        private long length;
        private int emptyAlternatives;
        private boolean canBeEmpty = true;

        private Group(String opening) {
            this.opening = opening;
        }

        private boolean looksAround() {
            return opening.endsWith("=") || opening.endsWith("!");
        }

        private boolean looksBehind() {
            return looksAround() && opening.contains("<");
        }

        private void endAlternative() {
            emptyAlternatives += canBeEmpty ? 1 : 0;
            canBeEmpty = true;
        }
    }

    private RegexCost(String regex) {
        this.regex = withoutQuotations(regex);
    }

    /** The cost of a valid expression, at least 1. */
    static long of(String regex) {
        RegexCost cost = new RegexCost(regex);
        return ALLOWS_COMMENTS.matcher(cost.regex).find() ? cost.atWorst() : cost.read();
    }

    /** Java takes a quotation for its characters, and so an empty one for nothing. */
    private static String withoutQuotations(String regex) {
        return QUOTATION
                .matcher(regex)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group()
                                : escape.group(1).replaceAll("\\W", "\\\\$0")));
    }

    /** The cost if every quantifier is in the scope of all others. */
    private long atWorst() {
        long cost = 1L << Math.min(31, regex.chars().filter(c -> c == '|').count());
        Matcher quantifiers = QUANTIFIER.matcher(regex);
        while (quantifiers.find()) {
            cost = product(cost, 2 * most(quantifiers));
        }
        return cost;
    }

    private long read() {
        groups.push(new Group(""));
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '\\' -> {
                    boolean canBeEmpty = CAN_BE_EMPTY.indexOf(regex.charAt(at + 1)) >= 0;
                    at = endOf(ESCAPE);
                    element(canBeEmpty);
                }
                case '[' -> {
                    skipClass();
                    element(false);
                }
                case '(' -> {
                    int begin = at;
                    at = endOf(GROUP);
                    groups.push(new Group(regex.substring(begin, at)));
                }
                case ')' -> {
                    at++;
                    element(end());
                }
                case '|' -> {
                    at++;
                    groups.element().endAlternative();
                }
                case '^', '$' -> {
                    at++;
                    element(true);
                }
                default -> {
                    at++;
                    element(false);
                }
            }
        }
        Group all = end();
        return product(product(all.repetitions, all.places), emptyWays);
    }

    private Group end() {
        Group group = groups.pop();
        group.endAlternative();
        emptyWays = product(emptyWays, Math.max(1, group.emptyAlternatives));
        return group;
    }

    private void element(boolean canBeEmpty) {
        element(1, 1, 1, canBeEmpty);
    }

    private void element(Group group) {
        long places = group.looksBehind() ? product(group.places, Math.max(1, group.length)) : group.places;
        element(
                group.repetitions,
                places,
                group.looksAround() ? 0 : group.length,
                group.looksAround() || group.emptyAlternatives > 0);
    }

    /** Adds an element to its group, with the quantifiers behind it. */
    private void element(long repetitionsInside, long places, long length, boolean emptyInside) {
        long repetitions = repetitionsInside;
        long longest = length;
        boolean canBeEmpty = emptyInside;
        Matcher quantifier = QUANTIFIER.matcher(regex);
        while (quantifier.region(at, regex.length()).lookingAt()) {
            at = quantifier.end();
            repetitions = product(repetitions, most(quantifier));
            longest = product(longest, most(quantifier));
            boolean isExact = quantifier.group().matches("\\{\\d+}.?");
            emptyWays = product(emptyWays, canBeEmpty && !isExact ? 2 : 1);
            canBeEmpty |= least(quantifier) == 0;
        }
        Group group = groups.element();
        group.repetitions = Math.max(group.repetitions, repetitions);
        group.places = Math.max(group.places, places);
        group.length = Math.min(GREATEST, group.length + longest);
        group.canBeEmpty &= canBeEmpty;
    }

    private static long least(Matcher quantifier) {
        String count = quantifier.group(1);
        return count == null ? quantifier.group().startsWith("+") ? 1 : 0 : Long.parseLong(count);
    }

    /** A quantifier's greatest count, its least one if there is none, at least 1. */
    private static long most(Matcher quantifier) {
        boolean open = quantifier.group(2) == null || quantifier.group(2).isEmpty();
        return Math.max(1, open ? least(quantifier) : Long.parseLong(quantifier.group(2)));
    }

    private static long product(long one, long other) {
        return Math.min(one, GREATEST) * Math.min(other, GREATEST);
    }

    private int endOf(Pattern pattern) {
        Matcher matcher = pattern.matcher(regex).region(at, regex.length());
        return matcher.lookingAt() ? matcher.end() : at + 1;
    }

    private void skipClass() {
        int depth = 0;
        do {
            switch (regex.charAt(at)) {
                case '\\' -> at = endOf(ESCAPE);
                case '[' -> {
                    depth++;
                    at += regex.startsWith("^", at + 1) ? 2 : 1;
                    // Here a bracket does not end the class.
                    at += regex.startsWith("]", at) ? 1 : 0;
                }
                case ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0 && at < regex.length());
    }
}
