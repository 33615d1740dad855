package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.util.regex.Pattern;

/**
 * What a page shows of a time.
 *
 * @param text the cell's visible text, white space and no-break spaces folded; empty for a blank cell
 * @param title the absolute time that the cell has as its {@code title}, empty for none
 */
public record AccessTimeText(String text, String title) {

    private static final int LONGEST = 200;
    private static final Pattern BLANKS = Pattern.compile("[\\p{javaWhitespace}\\p{javaSpaceChar}]+");

    public AccessTimeText {
        text = folded(text);
        title = folded(title);
    }

    /** Whether a text is too long to be a time. Such a text is not looked at. */
    static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    private static String folded(String text) {
        return isTooLong(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
