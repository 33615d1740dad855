package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;

/**
 * Text that is safe on a terminal, and how many columns it takes there.
 *
 * @param text the text, maybe cut
 * @param width its columns
 */
record ShownText(String text, int width) {
    private static final String CUT = "...";

    /** The text, cut so that it takes no more than so many columns. */
    static ShownText of(String text, int atMost) {
        String safe = SafeText.of(text);
        int width = 0;
        int fits = 0;
        for (int i = 0; i < safe.length(); i += Character.charCount(safe.codePointAt(i))) {
            width += columns(safe.codePointAt(i));
            if (width <= atMost - CUT.length()) {
                fits = i + Character.charCount(safe.codePointAt(i));
            }
            if (width > atMost) {
                String kept = safe.substring(0, fits);
                return new ShownText(kept + CUT, kept.codePoints().map(ShownText::columns).sum() + CUT.length());
            }
        }
        return new ShownText(safe, width);
    }

    /** As most terminals have it: marks take none; ideographs, Hangul, full-width forms and emoji take two. */
    private static int columns(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF00 && character <= 0xFF60
                || character >= 0xFFE0 && character <= 0xFFE6
                || character >= 0x1F300 && character <= 0x1FAFF
                || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
