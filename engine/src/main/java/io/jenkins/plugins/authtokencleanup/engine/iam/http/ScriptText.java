package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the few things of JavaScript that the server's pages say in it: redirects, calls, string escapes. */
public final class ScriptText {
    /** Possessive, so that a long string does not fill the stack. */
    private static final String STRING = "(?:'((?:[^'\\\\\\r\\n]|\\\\.){0,4000}+)'|\"((?:[^\"\\\\\\r\\n]|\\\\.){0,4000}+)\")";
    private static final Pattern REDIRECT = Pattern.compile(
            "\\blocation(?:\\.href)?\\s*=\\s*" + STRING + "|\\blocation\\.(?:replace|assign)\\s*\\(\\s*" + STRING);
    private static final Pattern CALL =
            Pattern.compile("\\b(showsuccess|switchto|showhiperror|showerror)\\s*\\(\\s*(?:" + STRING + ")?");

    private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*" + STRING);

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

    /** The value of a global variable that is set to a string. */
    public static Optional<String> global(String script, String name) {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "[\"']?\\s*[=:]\\s*" + STRING)
                .matcher(script);
        return matcher.find() ? Optional.of(string(matcher, 1)) : Optional.empty();
    }

    /** The value of a global variable that is set to a string, or to strings joined by plus signs. */
    static Optional<String> joined(String script, String name) {
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
        StringBuilder text = new StringBuilder(literal.length());
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c != '\\' || i + 1 == literal.length()) {
                text.append(c);
                continue;
            }
            char kind = literal.charAt(++i);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
            int code = digits == 0 ? -1 : hex(literal, i + 1, digits);
            if (code >= 0) {
                text.append((char) code);
                i += digits;
            } else {
                text.append(kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind);
            }
        }
        return text.toString();
    }

    private static int hex(String literal, int begin, int digits) {
        if (begin + digits > literal.length()) {
            return -1;
        }
        int code = 0;
        for (int i = begin; i < begin + digits; i++) {
            int digit = Character.digit(literal.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
