package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormBodyTest {
    @Test
    void a_form_is_sent_in_order_and_printed_without_its_values() {
        FormBody body = new FormBody()
                .with("a", "1 &")
                .with((CsrfPair) null)
                .with(new CsrfPair("c", "="))
                .withAll(Map.of("d", ""));
        assertEquals("a=1+%26&c=%3D&d=", body.encoded());
        assertEquals("form with 3 fields", body.toString());
    }

    @Test
    void a_query_is_decoded_and_the_first_of_two_values_counts() {
        assertEquals(Map.of("a", "1", "b c", "%zz"), FormBody.decode("a=1&b+c=%zz&a=2&=x&y"));
        assertEquals(Map.of(), FormBody.decode(null));
    }
}
