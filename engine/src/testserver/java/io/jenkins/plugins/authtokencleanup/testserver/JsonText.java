package io.jenkins.plugins.authtokencleanup.testserver;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little JSON that the server reads and writes. */
final class JsonText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)", Pattern.DOTALL);

    private JsonText() {}

    /** The first string value of this name, null if there is none. */
    static String valueOf(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"", Pattern.DOTALL)
                .matcher(json);
        return found.find() ? ESCAPE.matcher(found.group(1)).replaceAll(JsonText::unescaped) : null;
    }

    /** The text for use between quotation marks; slashes are escaped as the family does. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }

    private static String unescaped(MatchResult escape) {
        String text = escape.group(2) != null
                ? String.valueOf((char) Integer.parseInt(escape.group(2), 16))
                : switch (escape.group(1)) {
                    case "n" -> "\n";
                    case "t" -> "\t";
                    case "r" -> "\r";
                    case "b" -> "\b";
                    case "f" -> "\f";
                    default -> escape.group(1);
                };
        return Matcher.quoteReplacement(text);
    }
}
