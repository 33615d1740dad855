package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JsonErrorTest {
    @Test
    void each_kind_of_error_is_recognized() {
        assertTrue(JsonError.of("{\"code\":\"Z101\"}").throttles());
        assertTrue(JsonError.of("{\"cause\":\"THROTTLES_limit_exceeded\"}").throttles());
        assertFalse(JsonError.of("{\"cause\":\"x\"}").throttles());
        assertTrue(JsonError.of("{\"code\":\"Z113\"}").sessionGone());
        assertFalse(JsonError.of("{}").sessionGone());
        assertTrue(JsonError.of("{\"cause\":\"invalid_password_token\"}").wantsPassword());
        assertFalse(JsonError.of("{broken").wantsPassword());
    }
}
