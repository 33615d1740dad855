package io.jenkins.plugins.authtokencleanup.engine.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BoundedTextTest {
    private static final int READS = 2_000_000;

    private final BoundedText text = new BoundedText("abc");

    private static void read(CharSequence text, int times) {
        for (int i = 0; i < times; i++) {
            text.charAt(1);
        }
    }

    @Test
    void it_can_be_read_two_million_times() {
        read(text, READS);
        assertThrows(BoundedText.TooManyReads.class, () -> text.charAt(0));
    }

    @Test
    void reads_of_its_parts_count_too() {
        CharSequence part = text.subSequence(1, 3);
        assertEquals("bc", part.toString());
        read(part, READS);
        assertThrows(BoundedText.TooManyReads.class, () -> text.charAt(0));
    }
}
