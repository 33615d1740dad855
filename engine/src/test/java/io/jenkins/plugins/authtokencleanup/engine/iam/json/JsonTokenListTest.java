package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list of the JSON page says (contract, section 9): strict on its shape, and in doubt the token stays. */
class JsonTokenListTest {
    private static final String MADE = "Jan 2, 2026 03:04:05";
    private static final String USED = "May 12, 2026 10:30:11";
    private static final String NAMES = "'authtoken_name':'etl','authtoken_scope':'reportsapi (ZROP)'";
    private static final String PAIR = ",'created_time':1767323045000,'created_time_formated':'" + MADE + "'";

    private static JsonTokenList read(String json) throws CleanupException {
        return JsonTokenList.of(JsonError.parse(json.replace('\'', '"')), new Redactor());
    }

    private static JsonTokenList listOf(String tokens) throws CleanupException {
        return read("{'status_code':200,'User':{'language':'en','timezone':'UTC','UserPreferences':"
                + "{'date_format':'MMM d, yyyy HH:mm:ss'},'authtokens':{" + tokens + "}}}");
    }

    private static AuthToken token(String names, String lastAccess, String more) throws CleanupException {
        return listOf("'h1':{" + names + PAIR + ",'last_accesed_time':'" + lastAccess + "'" + more + "}")
                .tokens()
                .get(0);
    }

    @Test
    void a_token_has_its_name_scopes_times_and_every_text_by_which_a_user_may_know_it() throws Exception {
        AuthToken token =
                token(NAMES, USED, ",'last_accessed_ip':'10.0.0.1','last_accessed_device':'curl','location':'Oslo'");
        assertEquals("etl", token.description());
        assertEquals(List.of("ZROP/reportsapi"), token.scopes());
        assertEquals("10.0.0.1", token.ipAddress());
        assertEquals(
                Instant.parse("2026-05-12T10:30:11.999Z"), token.lastAccess().latest());
        assertEquals(new LastAccess.At(Instant.parse("2026-01-02T03:04:05Z")), token.created());
        assertEquals(List.of("ZROP/reportsapi", "etl", "reportsapi (ZROP)", "curl", "Oslo"), token.labels());
        assertEquals("h1", token.handle().reveal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'authtoken_scope':'s'",
                "'authtoken_name':'n'",
                "'authtoken_name':null,'authtoken_scope':'s'",
                "'authtoken_name':7,'authtoken_scope':'s'",
                "'authtoken_name':['n'],'authtoken_scope':'s'",
                "'authtoken_name':'n','authtoken_scope':{}",
                "'authtoken_name':'n','authtoken_scope':['s']"
            })
    void a_name_or_scope_that_is_missing_or_no_text_leaves_patterns_nothing_to_go_by(String names) throws Exception {
        assertNull(token(names, USED, "").labels(), "the policy keeps such a token if patterns or keepNewest are set");
    }

    @Test
    void a_token_without_any_trace_of_use_and_with_equal_times_was_never_used() throws Exception {
        assertEquals(LastAccess.NEVER, token(NAMES, MADE, "").lastAccess());
        assertInstanceOf(
                LastAccess.At.class,
                token(NAMES, MADE, ",'last_accessed_ip':'10.0.0.1'").lastAccess());
        assertInstanceOf(
                LastAccess.At.class,
                token(NAMES, MADE, ",'last_accessed_device':'curl'").lastAccess());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "May 12, 2026 10:30:11|2026-05-12T10:30:11.999Z|1",
                "Jan 1, 2026 00:00:00|2026-01-02T03:04:05Z|1",
                "Jan 2, 2026 03:04:05||0"
            })
    void without_a_trace_but_with_another_time_the_later_one_counts(String text, Instant counts, long doubtful)
            throws Exception {
        JsonTokenList list = listOf("'h':{" + NAMES + PAIR + ",'last_accesed_time':'" + text + "'}");
        assertEquals(counts, list.tokens().get(0).lastAccess().latest());
        assertEquals(doubtful, list.usedWithoutRecord());
    }

    @Test
    void use_is_recorded_if_one_token_of_all_shows_it() throws Exception {
        String unused = "{" + NAMES + PAIR + ",'last_accesed_time':'" + MADE + "'}";
        String used = unused.replace("}", ",'last_accessed_device':'curl'}");
        assertTrue(listOf("").useRecorded(), "without a token nothing speaks against it");
        assertFalse(listOf("'a':" + unused + ",'b':" + unused).useRecorded());
        assertTrue(listOf("'a':" + unused + ",'b':" + used).useRecorded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "7",
                "{}",
                "{'status_code':200}",
                "{'status_code':200,'User':[]}",
                "{'status_code':200,'User':{'authtokens':[]}}",
                "{'status_code':200,'User':{'authtokens':null}}",
                "{'status_code':200,'User':{'authtokens':'none'}}",
                "{'status_code':200,'User':{'authtokens':{'exception_occured':true}}}",
                "{'status_code':200,'User':{'authtokens':{'h':[]}}}",
                "{'status_code':200,'User':{'authtokens':{'h':null}}}",
                "{'status_code':500,'User':{'authtokens':{}}}",
                "{'User':{'authtokens':{}}}",
                "{'status_code':200,'errors':[{'code':'G100'}],'User':{'authtokens':{}}}",
                "{'status_code':200,'User':{'authtokens':{'h':{},'h':{}}}}",
                "{'status_code':200,'User':{},'User':{'authtokens':{}}}",
                "{'status_code':200,'User':{}} {'status_code':200}",
                "{'status_code':200,'User':{'authtokens':{'h':{}"
            })
    void anything_else_is_an_error_and_never_no_tokens(String json) {
        assertEquals(
                Problem.UNKNOWN_PAGE,
                assertThrows(CleanupException.class, () -> read(json)).problem());
    }

    @Test
    void without_the_key_there_are_no_tokens() throws Exception {
        assertEquals(List.of(), read("{'status_code':200,'User':{}}").tokens());
    }
}
