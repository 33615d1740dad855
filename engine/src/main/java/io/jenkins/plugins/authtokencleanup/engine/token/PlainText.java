package io.jenkins.plugins.authtokencleanup.engine.token;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes texts equal that look the same: composed and decomposed letters, kinds of blanks, invisible characters. */
public final class PlainText {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS = Pattern.compile("[\\p{javaWhitespace}\\p{javaSpaceChar}]+");

    private PlainText() {}

    /**
     * A text as a person reads it.
     *
     * @param text any text
     * @return composed, without invisible characters, with single plain blanks and none at its ends
     */
    public static String of(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return BLANKS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }
}
