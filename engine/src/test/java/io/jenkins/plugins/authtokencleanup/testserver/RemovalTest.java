package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalTest {

    @ParameterizedTest
    @CsvSource({
        "REJECT_ALL, INVALID_TOKEN, abcde",
        "SKIP_BAD_SUCCESS, SUCCESS_SELECTED, bde",
        "SKIP_BAD_INVALID, INVALID_TOKEN, bde",
        "STOP_AT_BAD, INVALID_TOKEN, bcde"
    })
    void a_bad_handle_in_the_list_is_taken_as_the_policy_says(BadHandlePolicy policy, String reply, String left) {
        try (AnalyticsServer server =
                FiveTokens.server().badHandlePolicy(policy).start()) {
            BareSession session = signedIn(server);
            List<String> handles = BareSession.handles(session.panel().body());
            List<String> selected = List.of(handles.get(0), "nonsense", handles.get(2));
            assertEquals(reply, session.removeSelected(selected).body().trim());
            assertEquals(left, String.join("", server.tokenIds()));
        }
    }

    @Test
    void a_list_without_its_last_comma_is_not_taken() {
        try (AnalyticsServer server = FiveTokens.server().start()) {
            BareSession session = signedIn(server);
            String handle = BareSession.handles(session.panel().body()).get(0);
            String body = "action=delete_selected&authtokens=" + BareSession.encoded(handle);
            assertEquals("INVALID_TOKEN", session.remove(body).body().trim());
            assertEquals(5, server.tokens().size());
        }
    }

    @Test
    void volatile_handles_are_good_until_the_panel_is_loaded_again() {
        try (AnalyticsServer server = FiveTokens.server().volatileHandles(true).start()) {
            BareSession session = signedIn(server);
            List<String> older = BareSession.handles(session.panel().body());
            List<String> newer = BareSession.handles(session.panel().body());
            assertEquals("INVALID_TOKEN", session.removeSelected(older).body().trim());
            assertEquals(
                    "SUCCESS_SELECTED",
                    session.removeSelected(newer.subList(0, 4)).body().trim());
            assertEquals(List.of("e"), server.tokenIds());
            assertTrue(server.secrets().containsAll(older) && server.secrets().containsAll(newer));
        }
    }

    @Test
    void the_panel_shows_no_more_than_the_cap_and_the_rest_comes_into_view() {
        try (AnalyticsServer server = FiveTokens.server().displayCap(3).start()) {
            BareSession session = signedIn(server);
            List<String> handles = BareSession.handles(session.panel().body());
            assertEquals(3, handles.size());
            session.removeSelected(handles);
            assertEquals(2, BareSession.handles(session.panel().body()).size());
        }
    }

    @Test
    void delete_all_takes_tokens_past_the_cap_and_new_ones_and_is_logged() {
        try (AnalyticsServer server = FiveTokens.server().displayCap(3).start()) {
            BareSession session = signedIn(server);
            session.panel();
            server.addToken(TestToken.named("new"));
            assertEquals(
                    "SUCCESS_ALL", session.remove("action=delete_all").body().trim());
            assertEquals(List.of(), server.tokens());
            assertTrue(server.log().stream().anyMatch(request -> request.asksFor("delete_all")));
            assertFalse(session.panel().body().contains("apitoken_check_all"));
        }
    }

    @Test
    void a_read_only_server_and_a_stranger_each_get_an_error() {
        try (AnalyticsServer server = FiveTokens.server().readOnly(true).start()) {
            BareSession session = signedIn(server);
            assertEquals(
                    "WRITE_OPERATION_NOT_ALLOWED",
                    session.remove("action=delete_all").body().trim());
            assertTrue(new BareSession(server)
                    .postRemoval("action=delete_all")
                    .body()
                    .contains("name=\"LOGIN_ID\""));
            assertEquals(5, server.tokens().size());
        }
    }

    private static BareSession signedIn(AnalyticsServer server) {
        BareSession session = new BareSession(server);
        session.signIn(LoginGeneration.CLASSIC);
        return session;
    }
}
