package io.jenkins.plugins.authtokencleanup.engine.policy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes texts equal that look the same: composed and decomposed letters, kinds of blanks, invisible characters. */
final class Spelling {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BLANKS = Pattern.compile("[\\p{javaWhitespace}\\p{javaSpaceChar}]+");

    private Spelling() {}

    /**
     * A text as a person reads it.
     *
     * @param text any text
     * @return composed, without invisible characters, with single plain blanks and none at its ends
     */
    static String plain(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return BLANKS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }
}
