package io.jenkins.plugins.authtokencleanup.engine.policy;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.PlainText;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Protects tokens by description or scope. Written as a glob ({@code *} and {@code ?}, the whole text, in any case) or,
 * after {@code regex:}, as a Java regular expression that is found anywhere in the text.
 */
public final class ProtectPattern implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String REGEX = "regex:";
    /** The JDK can't be stopped while it repeats what is empty. */
    private static final long MOST_UNREAD = 10_000;

    /** One star is as good as several, and does not backtrack between them. */
    private static final Pattern GLOB_PART = Pattern.compile("\\*+|\\?|[^*?]+");

    private final String source;
    private final Pattern pattern;

    private ProtectPattern(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @param source a glob, or {@code regex:} and a regular expression; not blank
     * @return the pattern
     * @throws IllegalArgumentException with the place of the error, if it can't be read
     */
    public static ProtectPattern of(String source) {
        String text = source.strip();
        boolean isRegex = text.regionMatches(true, 0, REGEX, 0, REGEX.length());
        String regex = isRegex ? text.substring(REGEX.length()).stripLeading() : "";
        if (isRegex ? regex.isEmpty() : PlainText.of(text).isEmpty()) {
            throw new IllegalArgumentException(
                    "An empty pattern protects nothing: remove it, or write * to protect all");
        }
        if (!isRegex) {
            return new ProtectPattern(text, glob(PlainText.of(text)));
        }
        try {
            Pattern compiled = Pattern.compile(regex);
            if (RegexCost.of(regex) > MOST_UNREAD) {
                throw new IllegalArgumentException("The regular expression repeats too much: its nested counts, such as"
                        + " {100}, and parts that can be empty in several ways, such as (a?)? or (a*|b*), multiply to"
                        + " more than " + MOST_UNREAD + ". Use smaller counts, or * and +, and leave out what is"
                        + " optional twice");
            }
            return new ProtectPattern(text, compiled);
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            throw new IllegalArgumentException(
                    "Not a regular expression: " + e.getDescription() + place + " of \"" + e.getPattern() + "\"", e);
        }
    }

    private static Pattern glob(String text) {
        String regex = GLOB_PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(globPart(part.group())));
        return Pattern.compile("\\A" + regex + "\\z", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static String globPart(String part) {
        return switch (part.charAt(0)) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(part);
        };
    }

    /** Whether a pattern protects a token. */
    enum Match {
        NO,
        YES,
        /** It takes too long for this token, which is protected then. */
        TOO_SLOW
    }

    /** Whether the token's description, a scope or another text of its row matches. */
    Match match(AuthToken token) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(token.description());
        token.scopes().forEach(scope -> addScope(texts, scope));
        if (token.labels() != null) {
            texts.addAll(token.labels());
        }
        try {
            return texts.stream().anyMatch(this::matches) ? Match.YES : Match.NO;
        } catch (BoundedText.TooSlow | StackOverflowError e) {
            return Match.TOO_SLOW;
        }
    }

    /** Whether it protects a token, be it because it takes too long. */
    public boolean protects(AuthToken token) {
        return match(token) != Match.NO;
    }

    /** A scope is written as service/scope; either of its names will do. */
    private static void addScope(Set<String> texts, String scope) {
        int slash = scope.indexOf('/');
        texts.add(scope);
        if (slash >= 0) {
            texts.add(scope.substring(0, slash));
            texts.add(scope.substring(slash + 1));
        }
    }

    private boolean matches(String text) {
        String plain = PlainText.of(text);
        return found(text) || !plain.equals(text) && found(plain);
    }

    private boolean found(String text) {
        return pattern.matcher(new BoundedText(text)).find();
    }

    /** As the user wrote it, never blank. */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProtectPattern && ((ProtectPattern) other).source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
