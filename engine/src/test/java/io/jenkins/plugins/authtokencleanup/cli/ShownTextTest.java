package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void text_that_fits_stays_whole() {
        assertEquals(new ShownText("export", 6), ShownText.of("export", 6));
        assertEquals(new ShownText("", 0), ShownText.of("", 6));
    }

    @Test
    void text_that_does_not_fit_is_cut_and_says_so() {
        assertEquals(new ShownText("nig...", 6), ShownText.of("nightly export", 6));
    }

    @Test
    void ideographs_and_emoji_take_two_columns_and_marks_none() {
        assertEquals(6, ShownText.of("\u65E5\u672C\u8A9E", 10).width());
        assertEquals(2, ShownText.of("\uD83D\uDE00", 10).width());
        assertEquals(1, ShownText.of("e\u0301", 10).width());
    }

    @Test
    void a_cut_never_splits_a_character() {
        assertEquals(new ShownText("\uD83D\uDE00...", 5), ShownText.of("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 5));
        assertEquals(new ShownText("\uD83D\uDE00...", 5), ShownText.of("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 6));
    }
}
