package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes text from a server safe to show on a terminal or a page. Characters that would move the cursor, change the
 * reading direction, break the line or stay invisible become escapes: {@code \n}, {@code \r}, {@code \t}, or the code
 * point in hexadecimal after a backslash and {@code u} (in braces beyond FFFF). Backslashes are not doubled, so the
 * original can't be restored.
 */
public final class SafeText {
    private SafeText() {}

    /** Makes one line of visible, well-formed text of any text, even with lone surrogates. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (disturbs(character)) {
                safe.append(escape(character));
            } else {
                safe.appendCodePoint(character);
            }
        });
        return safe.toString();
    }

    /** Whether a character is a control, a format character, a line end, a lone surrogate, or unknown to Java. */
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
            default ->
                character > Character.MAX_VALUE
                        ? "\\u{" + Integer.toHexString(character).toUpperCase(Locale.ROOT) + "}"
                        : "\\u" + HexFormat.of().withUpperCase().toHexDigits((char) character);
        };
    }
}
