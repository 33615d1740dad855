package io.jenkins.plugins.authtokencleanup.engine.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a regular expression can repeat something without reading a character: the greatest product of nested counts
 * such as {@code {1000}}. The JDK can't be stopped while it repeats an empty group.
 */
final class RegexCost {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,10})(?:,(\\d{0,10}))?}");
    private static final Pattern NAMED = Pattern.compile("\\\\[xpPNk][{<][^}>]*[}>]");

    private final String regex;
    private final Deque<Long> groups = new ArrayDeque<>();
    /** The greatest product in the group that is being read, and that of its last element. */
    private long greatest = 1;

    private long last = 1;
    private int at;

    private RegexCost(String regex) {
        this.regex = regex;
    }

    /** The greatest product of nested counts in a valid expression, at least 1. */
    static long of(String regex) {
        return new RegexCost(regex).read();
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
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at);
            at = end < 0 ? regex.length() : end + 2;
            return;
        }
        Matcher named = NAMED.matcher(regex).region(at, regex.length());
        at = named.lookingAt() ? named.end() : at + 2;
    }

    private void skipClass() {
        last = 1;
        int depth = 0;
        do {
            char c = regex.charAt(at);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            at += c == '\\' ? 2 : 1;
        } while (depth > 0 && at < regex.length());
    }
}
