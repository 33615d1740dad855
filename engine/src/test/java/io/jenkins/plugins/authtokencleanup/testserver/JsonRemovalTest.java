package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRemovalTest {

    @Test
    void named_tokens_are_removed_and_no_others() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .prefix("/analytics")
                .rotateCsrf(true)
                .volatileHandles(true)
                .start()) {
            JsonSession session = JsonSession.signedIn(server);
            List<String> handles = session.handles();
            JsonNode reply = session.remove("/" + handles.get(0) + "," + handles.get(2));
            assertEquals(200, reply.path("status_code").asInt());
            assertFalse(reply.has("errors"));
            assertEquals(List.of("b", "d", "e"), server.tokenIds());
            assertEquals(
                    "IN116",
                    JsonSession.code(session.remove("/" + session.handles().get(0) + "x")));
            assertFalse(server.log().stream().anyMatch(request -> request.asksFor("delete_all")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/.",
                "/..",
                "/./",
                "/%2e",
                "/%2E%2e",
                "/%2F",
                "%2F",
                "/%252F",
                "/;x",
                ";x",
                "/%3Bx",
                "/.;x",
                "/,",
                "/,,",
                "/%20",
                "/abc/..",
                "/a/%2e%2e/",
                "?x=1"
            })
    void an_address_that_names_no_handle_removes_everything_and_is_logged_as_such(String below) {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonSession session = JsonSession.signedIn(server);
            session.handles();
            server.addToken(TestToken.named("new"));
            assertEquals(200, session.remove(below).path("status_code").asInt());
            assertEquals(List.of(), server.tokens());
            assertTrue(server.log(RequestKind.REMOVE).get(0).asksFor("delete_all"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REJECT_ALL, IN116, abcde",
        "SKIP_BAD_SUCCESS, '', bde",
        "SKIP_BAD_INVALID, IN116, bde",
        "STOP_AT_BAD, IN116, bcde"
    })
    void a_handle_that_is_not_there_is_taken_as_the_policy_says(BadHandlePolicy policy, String code, String left) {
        try (AnalyticsServer server =
                JsonSession.fiveTokens().badHandlePolicy(policy).start()) {
            JsonSession session = JsonSession.signedIn(server);
            List<String> handles = session.handles();
            JsonNode reply = session.remove("/" + handles.get(0) + ",nonsense," + handles.get(2));
            assertEquals(code, JsonSession.code(reply));
            assertEquals(left, String.join("", server.tokenIds()));
        }
    }

    @Test
    void a_removal_that_fails_midway_leaves_the_earlier_ones_removed() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonPage(page -> page.removalFailsAfter(2))
                .start()) {
            JsonSession session = JsonSession.signedIn(server);
            String all = String.join(",", session.handles());
            assertEquals("G100", JsonSession.code(session.remove("/" + all)));
            assertEquals(List.of("c", "d", "e"), server.tokenIds());
            String two = String.join(",", session.handles().subList(0, 2));
            assertEquals("", JsonSession.code(session.remove("/" + two)));
            assertEquals(List.of("e"), server.tokenIds());
        }
    }

    @Test
    void a_handle_with_other_characters_is_taken_alone_and_encoded_or_not() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonPage(page -> page.handles(HandleAlphabet.PUNCTUATED)
                        .handle("b", "a/b")
                        .handle("c", "..c"))
                .start()) {
            JsonSession session = JsonSession.signedIn(server);
            List<String> handles = session.handles();
            String both = BareSession.encoded(handles.get(0)) + "," + BareSession.encoded(handles.get(3));
            assertEquals("G100", JsonSession.code(session.remove("/" + both)));
            assertEquals(5, server.tokens().size());
            session.remove("/" + BareSession.encoded(handles.get(0)));
            session.remove("/" + handles.get(3));
            session.remove("/a%2Fb");
            session.remove("/..c");
            assertEquals(List.of("e"), server.tokenIds());
        }
    }

    @Test
    void it_is_allowed_for_five_minutes_after_the_password() {
        TestClock clock = TestClock.at(FiveTokens.NOW);
        try (AnalyticsServer server = JsonSession.fiveTokens().clock(clock).start()) {
            JsonSession session = JsonSession.signedIn(server);
            List<String> handles = session.handles();
            clock.advance(Duration.ofMinutes(5));
            session.remove("/" + handles.get(0));
            clock.advance(Duration.ofMillis(1));
            JsonNode refused = session.remove("/" + handles.get(1));
            assertEquals("PP112", JsonSession.code(refused));
            assertEquals("invalid_password_token", refused.path("cause").asText());
            assertEquals(4, session.handles().size());
        }
    }

    @Test
    void an_address_of_more_than_4_kilobytes_is_too_long() {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonSession session = JsonSession.signedIn(server);
            int room = 4096 - JsonSession.REMOVAL.length() - 1;
            assertEquals(200, session.removalReply("/" + "a".repeat(room)).statusCode());
            assertEquals(414, session.removalReply("/" + "a".repeat(room + 1)).statusCode());
        }
    }

    @Test
    void without_the_header_the_override_or_an_empty_body_nothing_is_removed() {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonSession session = JsonSession.signedIn(server);
            String address = server.url() + JsonSession.REMOVAL;
            HttpRequest.BodyPublisher empty = HttpRequest.BodyPublishers.noBody();
            String noCsrf = session.browser()
                    .send(session.browser()
                            .request(URI.create(address))
                            .header("X-HTTP-Method-Override", "DELETE")
                            .POST(empty))
                    .body();
            assertTrue(noCsrf.contains("<h1>Error</h1>"));
            assertEquals(
                    "G100",
                    JsonSession.code(JsonSession.json(
                            session.browser().send(session.withCsrf(address).POST(empty)))));
            assertEquals(
                    "G100",
                    JsonSession.code(JsonSession.json(session.browser()
                            .send(session.removal("").POST(HttpRequest.BodyPublishers.ofString("x=1"))))));
            assertEquals(5, server.tokens().size());
        }
    }

    @Test
    void a_read_only_server_says_so() {
        try (AnalyticsServer server = JsonSession.fiveTokens().readOnly(true).start()) {
            assertEquals("G100", JsonSession.code(JsonSession.signedIn(server).remove("")));
            assertEquals(5, server.tokens().size());
        }
    }
}
