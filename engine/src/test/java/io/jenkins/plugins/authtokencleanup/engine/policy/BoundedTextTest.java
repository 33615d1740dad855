package io.jenkins.plugins.authtokencleanup.engine.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedTextTest {

    @Test
    @Timeout(10)
    void it_can_be_read_for_a_second() {
        BoundedText text = new BoundedText("abc");
        assertThrows(BoundedText.TooSlow.class, () -> readForEver(text));
    }

    @Test
    @Timeout(10)
    void its_parts_end_with_it() {
        CharSequence part = new BoundedText("abc").subSequence(1, 3);
        assertEquals("bc", part.toString());
        assertThrows(BoundedText.TooSlow.class, () -> readForEver(part));
    }

    private static void readForEver(CharSequence text) {
        while (true) {
            text.charAt(1);
        }
    }
}
