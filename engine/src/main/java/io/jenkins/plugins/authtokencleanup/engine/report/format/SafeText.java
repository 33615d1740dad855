package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Text from a server, made fit for a terminal or a page. What would move a cursor, turn the reading direction, break a
 * line or stay invisible is shown as an escape instead: a backslash with n, r or t, or with u and the code point in
 * hexadecimal (in braces beyond FFFF). All else stays as it is; a backslash is not doubled, so the result is for
 * reading only.
 */
public final class SafeText {
    private SafeText() {}

    /**
     * Text that can be shown.
     *
     * @param text any text, with lone surrogates or not
     * @return one line of visible text, well-formed in Unicode
     */
    public static String of(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (safe == null && disturbs(character)) {
                safe = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (safe != null) {
                append(character, safe);
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static void append(int character, StringBuilder safe) {
        if (disturbs(character)) {
            safe.append(escape(character));
        } else {
            safe.appendCodePoint(character);
        }
    }

    /** Controls, format characters (also bidirectional ones), line ends, halves of pairs, what Java does not know. */
    static boolean disturbs(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character > Character.MAX_VALUE
                    ? "\\u{" + Integer.toHexString(character).toUpperCase(Locale.ROOT) + "}"
                    : "\\u" + HexFormat.of().withUpperCase().toHexDigits((char) character);
        };
    }
}
