package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void ordinary_text_of_any_language_stays_as_it_is() {
        for (String text : new String[] {
            "",
            "nightly export",
            "a\\nb <&>",
            "\u65E5\u672C\u8A9E",
            "\u05E9\u05DC\u05D5\u05DD",
            "e\u0301",
            "\uD83D\uDE00"
        }) {
            assertEquals(text, SafeText.of(text));
        }
    }

    @Test
    void line_ends_and_tabs_are_shown() {
        assertEquals("a\\r\\nb\\tc\\u0085d\\u2028e\\u2029", SafeText.of("a\r\nb\tc\u0085d\u2028e\u2029"));
    }

    @Test
    void escape_sequences_of_a_terminal_are_shown() {
        assertEquals("\\u001B[2J\\u0007\\u0000\\u007F\\u009B", SafeText.of("\u001B[2J\u0007\0\u007F\u009B"));
    }

    @Test
    void overrides_of_the_reading_direction_are_shown() {
        assertEquals("evil\\u202Egnp.exe", SafeText.of("evil\u202Egnp.exe"));
        assertEquals("\\u061C\\u200E\\u200F\\u2066\\u2069", SafeText.of("\u061C\u200E\u200F\u2066\u2069"));
    }

    @Test
    void what_is_invisible_is_shown() {
        assertEquals("\\u200B\\u00AD\\uFEFF\\u{E0041}\\uFFFF", SafeText.of("\u200B\u00AD\uFEFF\uDB40\uDC41\uFFFF"));
    }

    @Test
    void halves_of_pairs_are_shown() {
        assertEquals("\\uD83D x \\uDE00\\uD83D", SafeText.of("\uD83D x \uDE00\uD83D"));
    }

    @Test
    void no_character_of_unicode_comes_through_that_disturbs() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String safe = SafeText.of(
                    new StringBuilder("a").appendCodePoint(c).append('b').toString());
            assertFalse(safe.codePoints().anyMatch(SafeText::disturbs), Integer.toHexString(c));
            assertEquals(safe, new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }
}
