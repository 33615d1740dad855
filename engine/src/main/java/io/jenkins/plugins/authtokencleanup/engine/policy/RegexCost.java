package io.jenkins.plugins.authtokencleanup.engine.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a regular expression can repeat something without reading a character: the greatest product of nested
 * counts such as {@code {1000}}. The JDK can't be stopped while it repeats an empty group.
 */
final class RegexCost {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,10})(?:,(\\d{0,10}))?}");
    /** Escapes that are longer than a backslash and one character, and may hold brackets. */
    private static final Pattern LONG_ESCAPE = Pattern.compile("\\\\(?:[xpPNk][{<][^}>]*[}>]|c.)", Pattern.DOTALL);
    /** A flag that allows comments, or a quotation: both can stand between a group and its count. */
    private static final Pattern HARD_TO_READ = Pattern.compile("\\(\\?[a-zA-Z]*x|\\\\Q");

    private final String regex;
    private final Deque<Long> groups = new ArrayDeque<>();
    /** The greatest product in the group that is being read, and that of its last element. */
    private long greatest = 1;

    private long last = 1;
    private int at;

    private RegexCost(String regex) {
        this.regex = regex;
    }

    /**
     * The greatest product of nested counts in a valid expression, at least 1. If it has comments or quotations, the
     * product of all counts, nested or not.
     */
    static long of(String regex) {
        RegexCost cost = new RegexCost(regex);
        return HARD_TO_READ.matcher(regex).find() ? cost.ofAllCounts() : cost.read();
    }

    private long ofAllCounts() {
        for (at = regex.indexOf('{'); at >= 0; at = regex.indexOf('{', at)) {
            count();
        }
        return greatest;
    }

    private long read() {
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '\\' -> skipEscape();
                case '[' -> skipClass();
                case '(' -> {
                    groups.push(greatest);
                    greatest = 1;
                    at++;
                }
                case ')' -> {
                    last = greatest;
                    greatest = Math.max(groups.isEmpty() ? 1 : groups.pop(), last);
                    at++;
                }
                case '{' -> count();
                default -> {
                    last = "*+?".indexOf(regex.charAt(at)) < 0 ? 1 : last;
                    at++;
                }
            }
        }
        return greatest;
    }

    private void count() {
        Matcher count = COUNT.matcher(regex).region(at, regex.length());
        if (!count.lookingAt()) {
            at++;
            return;
        }
        String most = count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
        // Beyond this a product is too great in any case, and must not overflow.
        last = Math.min(last, 1L << 31) * Math.max(1, Long.parseLong(most));
        greatest = Math.max(greatest, last);
        at = count.end();
    }

    private void skipEscape() {
        last = 1;
        Matcher escape = LONG_ESCAPE.matcher(regex).region(at, regex.length());
        at = escape.lookingAt() ? escape.end() : at + 2;
    }

    private void skipClass() {
        int depth = 0;
        do {
            switch (regex.charAt(at)) {
                case '\\' -> skipEscape();
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
        last = 1;
    }
}
