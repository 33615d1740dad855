package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the few things of JavaScript that the server's pages say in it: redirects, calls, string escapes. */
public final class ScriptText {
    /** Possessive, so that a long string does not fill the stack. */
    private static final String STRING =
            "(?:'((?:[^'\\\\\\r\\n]|\\\\.){0,4000}+)'|\"((?:[^\"\\\\\\r\\n]|\\\\.){0,4000}+)\")";

    private static final Pattern REDIRECT = Pattern.compile(
            "\\blocation(?:\\.href)?\\s*=\\s*" + STRING + "|\\blocation\\.(?:replace|assign)\\s*\\(\\s*" + STRING);
    private static final Pattern CALL =
            Pattern.compile("\\b(showsuccess|switchto|showhiperror|showerror)\\s*\\(\\s*(?:" + STRING + ")?");

    private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*" + STRING);
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:x(\\p{XDigit}{2})|u(\\p{XDigit}{4})|(.))", Pattern.DOTALL);

    private ScriptText() {}

    /**
     * A call of one of the functions with which the login replies (section 4).
     *
     * @param function its name
     * @param argument its first argument if that is a string, else empty
     */
    public record Call(String function, String argument) {}

    /** Where a script sends the browser. */
    public static Optional<String> redirect(String script) {
        Matcher matcher = REDIRECT.matcher(script);
        while (matcher.find()) {
            String target = string(matcher, 1);
            if (!target.isBlank() && !target.startsWith("#") && !target.startsWith("javascript:")) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    public static Optional<Call> call(String script) {
        Matcher matcher = CALL.matcher(script);
        return matcher.find() ? Optional.of(new Call(matcher.group(1), string(matcher, 2))) : Optional.empty();
    }

    /** The value of a global variable that is set to a string, or to strings joined by plus signs. */
    public static Optional<String> global(String script, String name) {
        Matcher first = Pattern.compile("\\b" + Pattern.quote(name) + "[\"']?\\s*[=:]\\s*" + STRING)
                .matcher(script);
        if (!first.find()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(string(first, 1));
        Matcher next = JOINED.matcher(script).region(first.end(), script.length());
        while (next.lookingAt()) {
            text.append(string(next, 1));
            next.region(next.end(), script.length());
        }
        return Optional.of(text.toString());
    }

    private static String string(Matcher matcher, int first) {
        for (int group = first; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return unescape(matcher.group(group));
            }
        }
        return "";
    }

    public static String unescape(String literal) {
        return ESCAPE.matcher(literal).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        String hex = escape.group(1) == null ? escape.group(2) : escape.group(1);
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        return switch (escape.group(3)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            default -> escape.group(3);
        };
    }
}
