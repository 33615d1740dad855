package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one entry of the list says (contract, section 9). */
class JsonTokenTest {
    private static JsonTokenList list(String more) throws Exception {
        return JsonTokenList.of(JsonError.parse("""
                {"status_code": 200, "User": {"language": "en", "timezone": "UTC",
                 "UserPreferences": {"date_format": "yyyy-MM-dd HH:mm:ss"}, "authtokens": {"handle1": {
                 "authtoken_name": "export", "authtoken_ticket": "12ab34cd****", "authtoken_scope": "data.ALL (Reports)",
                 "created_time": 1767607200000, "created_time_formated": "2026-01-05 10:00:00",
                 "created_time_elapsed": "6 months ago", "last_accesed_time": "2026-01-05 10:00:00"
                """ + more + "}}}}"), new Redactor());
    }

    private static AuthToken token(String more) throws Exception {
        return list(more).tokens().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export|true",
                "data.ALL (Reports)|true",
                "Reports/data.ALL|true",
                "prod-*|true",
                "nested-*|true",
                "12ab*|false",
                "*2026*|false",
                "*months*|false",
                "10.*|false"
            })
    void a_pattern_protects_by_every_text_but_times_the_address_and_the_token_itself(String pattern, boolean protects)
            throws Exception {
        AuthToken token = token(
                ", \"purpose\": \"prod-backup\", \"more\": [{\"x\": \"nested-a\"}], \"last_accessed_ip\": \"10.0.0.1\"");
        assertEquals(protects, ProtectPattern.of(pattern).protects(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"last_accessed_ip\": null",
                ", \"last_accessed_ip\": \"\"",
                ", \"last_accessed_ip\": \"-\", \"last_accessed_device\": \" \"",
                ", \"last_accessed_device\": {}"
            })
    void an_empty_address_is_no_use(String more) throws Exception {
        assertTrue(token(more).neverUsed());
        assertFalse(list(more).useRecorded());
    }

    @Test
    void an_address_or_a_device_is() throws Exception {
        for (String more :
                new String[] {", \"last_accessed_ip\": \"::1\"", ", \"last_accessed_device\": {\"name\": \"x\"}"}) {
            assertFalse(token(more).neverUsed());
            assertTrue(list(more).useRecorded());
        }
    }
}
