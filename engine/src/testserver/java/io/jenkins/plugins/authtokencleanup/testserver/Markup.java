package io.jenkins.plugins.authtokencleanup.testserver;

/** Texts made safe for HTML and for JavaScript strings. */
final class Markup {
    private Markup() {}

    static String html(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Everything but letters and digits as {@code \xNN}. */
    static String script(String text) {
        StringBuilder safe = new StringBuilder(text.length() * 2);
        for (char c : text.toCharArray()) {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                safe.append(c);
            } else {
                safe.append(c < 256 ? String.format("\\x%02X", (int) c) : String.format("\\u%04X", (int) c));
            }
        }
        return safe.toString();
    }

    /** Slashes as {@code \/}, and what has a meaning in a query as {@code \xNN}. */
    static String scriptWithSlashes(String text) {
        StringBuilder safe = new StringBuilder(text.length() * 2);
        for (char c : text.toCharArray()) {
            switch (c) {
                case '/' -> safe.append("\\/");
                case '?', '=', '&', '%', '\'', '"', '\\', '<', '>' -> safe.append(String.format("\\x%02x", (int) c));
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
