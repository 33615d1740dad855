package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CsrfPairTest {
    @Test
    void a_pair_without_a_value_is_none_and_one_prints_its_name_only() {
        assertTrue(CsrfPair.ofParam("iamcsrcoo=").isEmpty());
        assertEquals("n", new CsrfPair("n", "secret").toString());
    }
}
