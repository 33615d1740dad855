package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.WireContract;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JsonErrorTest {
    @Test
    void each_kind_of_error_is_recognized() {
        assertTrue(JsonError.of(JsonError.parse("{\"code\":\"Z101\"}")).throttles());
        assertTrue(JsonError.of(JsonError.parse("{\"cause\":\"THROTTLES_limit_exceeded\"}"))
                .throttles());
        assertFalse(JsonError.of(JsonError.parse("{\"cause\":\"x\"}")).throttles());
        assertTrue(JsonError.of(JsonError.parse("{\"code\":\"Z113\"}")).sessionGone());
        assertFalse(JsonError.of(JsonError.parse("{}")).sessionGone());
        assertTrue(JsonError.of(JsonError.parse("{\"cause\":\"invalid_password_token\"}"))
                .wantsPassword());
        assertFalse(JsonError.of(JsonError.parse("{broken")).wantsPassword());
    }

    @Test
    void every_code_of_the_accounts_pages_in_the_contract_is_put_in_a_sentence() throws IOException {
        Set<String> codes = Set.copyOf(WireContract.matches(Pattern.compile("\\b(?:Z|G|IN|PP)\\d{3}\\b"), 6, 9, 10));
        assertEquals(Set.of("Z101", "Z113", "IN116", "G100", "PP112"), codes);
        for (String code : codes) {
            String words = words("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"Sorry.\"}]}");
            assertTrue(words.matches("the server [a-z ]+ [A-Za-z ]+ \\(" + code + ": Sorry\\.\\)"), words);
            assertFalse(words.contains("we don't know"), words);
        }
    }

    @Test
    void a_code_that_is_not_known_is_called_so() {
        assertEquals("the server reports an error that we don't know (X9)", words("{\"errors\":[{\"code\":\"X9\"}]}"));
        assertEquals("the server reports an error without a code (Oh)", words("{\"message\":\"Oh\"}"));
        assertEquals("the server reports an error without a code", words("{}"));
    }

    private static String words(String answer) {
        return JsonError.words(JsonError.parse(answer), new Redactor());
    }
}
