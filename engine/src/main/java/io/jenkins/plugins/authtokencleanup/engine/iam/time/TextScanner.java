package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.util.Locale;

/**
 * A cursor over one short text: words of ASCII letters, numbers of ASCII digits, blanks and single characters.
 *
 * <p>Each method moves on only past what it was asked for. Whatever isn't asked for stays, so that a text with
 * anything unknown in it is never at its end.
 */
final class TextScanner {

    private final String text;
    private int at;

    TextScanner(String text) {
        this.text = text;
    }

    int position() {
        return at;
    }

    void backTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean atDigit() {
        return !atEnd() && isDigit(text.charAt(at));
    }

    /** Whether the next character is one of some characters. */
    boolean atOneOf(String characters) {
        return !atEnd() && characters.indexOf(text.charAt(at)) >= 0;
    }

    /**
     * Moves past white space of any kind, no-break spaces included (contract, section 7.3).
     *
     * @return whether there was any
     */
    boolean blanks() {
        int start = at;
        while (!atEnd() && isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    /** Moves past a character if it is the next one. */
    boolean take(char character) {
        if (atEnd() || text.charAt(at) != character) {
            return false;
        }
        at++;
        return true;
    }

    /**
     * Moves past one of some characters.
     *
     * @return the character, or 0 if the next one is none of them
     */
    char takeOneOf(String characters) {
        return atOneOf(characters) ? text.charAt(at++) : 0;
    }

    /**
     * Moves past a word.
     *
     * @return the whole run of letters in lower case, empty if there is no letter
     */
    String word() {
        int start = at;
        while (!atEnd() && isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /**
     * Moves past a number.
     *
     * @param most at most 9, so that the number fits
     * @return its value, or −1 if the whole run of digits is shorter than {@code least} or longer than {@code most}
     */
    int number(int least, int most) {
        int start = at;
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        if (end - start < least || end - start > most) {
            return -1;
        }
        at = end;
        return Integer.parseInt(text, start, end, 10);
    }

    /** Moves past everything up to the next blank. */
    String chunk() {
        int start = at;
        while (!atEnd() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    // Character.isDigit takes the digits of every script; a date in those is not one that we claim to know.
    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
