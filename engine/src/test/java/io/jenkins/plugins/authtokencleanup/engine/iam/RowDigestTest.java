package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row's digest depends on all its characters, and on nothing else. */
class RowDigestTest {
    private final RowDigest digest = new RowDigest();

    private List<Long> of(String text) {
        return of(text, 0, text.length());
    }

    private List<Long> of(String text, int from, int to) {
        digest.of(text.toCharArray(), from, to);
        return List.of(digest.first(), digest.second());
    }

    @ParameterizedTest
    @CsvSource({"a, 0", "a, 1", "a, 1023", "a, 1024", "a, 2047", "a, 2048", "a, 9000", "ж, 1", "ж, 1023", "ж, 1024", "ж, 9000"})
    void it_is_the_same_wherever_the_text_stands(String letter, int length) {
        String text = letter.repeat(length);
        List<Long> alone = of(text);
        assertEquals(alone, of("x" + text + "y", 1, 1 + length));
        of("b".repeat(20_000));
        assertEquals(alone, of(text));
        assertEquals(alone, new RowDigestTest().of(text));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "a, ж", "ж, щ", "ж, a"})
    void one_other_character_anywhere_makes_another_one(String letter, String other) {
        String text = letter.repeat(700);
        Set<List<Long>> digests = new HashSet<>(List.of(of(text), of(text + letter), of(text.substring(1))));
        for (int i = 0; i < text.length(); i++) {
            digests.add(of(text.substring(0, i) + other + text.substring(i + 1)));
        }
        assertEquals(703, digests.size());
        for (int half = 0; half < 2; half++) {
            int part = half;
            assertEquals(703, digests.stream().map(digest -> digest.get(part)).distinct().count());
        }
    }

    @Test
    void characters_of_two_bytes_are_not_taken_for_two_characters() {
        assertNotEquals(of("AA"), of("\u4141"));
        assertNotEquals(of("AA\2"), of("\u4141\u0141"));
        assertNotEquals(of(""), of("\0"));
    }
}
