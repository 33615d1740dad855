package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JsonErrorTest {
    @Test
    void each_kind_of_error_is_recognized() {
        assertTrue(JsonError.of(JsonError.parse("{\"code\":\"Z101\"}")).throttles());
        assertTrue(JsonError.of(JsonError.parse("{\"cause\":\"THROTTLES_limit_exceeded\"}")).throttles());
        assertFalse(JsonError.of(JsonError.parse("{\"cause\":\"x\"}")).throttles());
        assertTrue(JsonError.of(JsonError.parse("{\"code\":\"Z113\"}")).sessionGone());
        assertFalse(JsonError.of(JsonError.parse("{}")).sessionGone());
        assertTrue(JsonError.of(JsonError.parse("{\"cause\":\"invalid_password_token\"}")).wantsPassword());
        assertFalse(JsonError.of(JsonError.parse("{broken")).wantsPassword());
    }
}
