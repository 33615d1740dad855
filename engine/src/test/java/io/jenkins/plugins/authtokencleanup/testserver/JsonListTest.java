package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonListTest {

    @Test
    void the_shell_is_at_another_address_and_names_scripts_and_the_csrf_pair() {
        try (AnalyticsServer server =
                JsonSession.fiveTokens().prefix("/analytics").start()) {
            JsonSession session = JsonSession.signedIn(server);
            HttpResponse<String> older = session.browser().get("/iam/u/h");
            assertEquals(
                    "/analytics/iam/home",
                    older.headers().firstValue("Location").orElse(""));
            String shell = session.browser().get("/iam/home").body();
            for (String part : List.of(
                    "id=\"zcontiner\"",
                    "id=\"userauthtoken\"",
                    "/uri.js\"",
                    "/zresource.js\"",
                    "/user-sessions.js\"",
                    "csrfParamName = \"iamcsrcoo\"",
                    "csrfCookieName = \"iamcsr\"",
                    "csrfParam = 'iamcsrcoo'+\"=\"+'" + session.browser().cookie("iamcsr") + "'")) {
                assertTrue(shell.contains(part), part);
            }
        }
    }

    @Test
    void a_shell_without_the_menu_has_no_tokens_to_list() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonPage(page -> page.tokensMenu(false))
                .start()) {
            JsonSession session = JsonSession.signedIn(server);
            String shell = session.browser().get("/iam/home").body();
            assertTrue(shell.contains("id=\"zcontiner\"") && !shell.contains("userauthtoken"));
            assertFalse(session.list().path("User").has("authtokens"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/iam/ui/settings/api-tokens.jsp", "/iam/u/authtoken"})
    void the_classic_addresses_are_gone(String path) {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonSession session = JsonSession.signedIn(server);
            assertEquals(404, session.browser().get(path).statusCode());
            assertEquals(404, session.browser().remove("action=delete_all").statusCode());
            assertEquals(5, server.tokens().size());
        }
    }

    @Test
    void the_list_has_each_token_under_its_handle() {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonNode list = JsonSession.signedIn(server).list();
            assertEquals(200, list.path("status_code").asInt());
            assertEquals("en", list.path("User").path("language").asText());
            assertEquals("UTC", list.path("User").path("timezone").asText());
            assertEquals(
                    "MMM d, yyyy HH:mm:ss",
                    list.path("User")
                            .path("UserPreferences")
                            .path("date_format")
                            .asText());
            List<JsonNode> tokens = elements(list);
            JsonNode used = tokens.get(1);
            assertEquals("token b", used.path("authtoken_name").asText());
            assertEquals("reportsapi (ZROP)", used.path("authtoken_scope").asText());
            assertTrue(used.path("authtoken_ticket").asText().endsWith("*".repeat(28)));
            assertEquals(
                    Instant.parse("2020-02-29T08:15:30Z").toEpochMilli(),
                    used.path("created_time").asLong());
            assertEquals(
                    "Feb 29, 2020 08:15:30", used.path("created_time_formated").asText());
            assertEquals("2293 days ago", used.path("created_time_elapsed").asText());
            assertEquals("Jun 9, 2026 05:00:11", used.path("last_accesed_time").asText());
            assertTrue(used.has("last_accessed_ip") && used.has("last_accessed_device"));
            JsonNode never = tokens.get(4);
            assertEquals(never.path("created_time_formated"), never.path("last_accesed_time"));
            assertFalse(never.has("last_accessed_ip") || never.has("last_accessed_device"));
        }
    }

    @Test
    void what_is_not_asked_for_and_what_there_is_not_is_left_out() {
        try (AnalyticsServer server =
                FiveTokens.server().tokens().accountsPage(AccountsPage.JSON).start()) {
            JsonSession session = JsonSession.signedIn(server);
            assertFalse(session.list().path("User").has("authtokens"));
            server.addToken(TestToken.named("new"));
            assertEquals(1, session.handles().size());
            JsonNode user = JsonSession.json(session.browser()
                            .send(session.withCsrf(server.url() + JsonSession.LIST + "?include=User")
                                    .GET()))
                    .path("User");
            assertTrue(user.has("language") && !user.has("authtokens") && !user.has("UserPreferences"));
        }
    }

    @Test
    void preferences_language_and_fields_of_use_can_be_missing() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonPage(page -> page.preferences(false)
                        .languageAndZone(false)
                        .lastAccessedFields(false)
                        .editToken((token, json) -> {
                            if (token.id().equals("a")) {
                                json.remove("created_time");
                            }
                        })
                        .editAnswer(answer -> answer.put("extra", true)))
                .start()) {
            JsonNode list = JsonSession.signedIn(server).list();
            JsonNode user = list.path("User");
            assertFalse(user.has("UserPreferences") || user.has("language") || user.has("timezone"));
            assertTrue(elements(list).stream().noneMatch(token -> token.has("last_accessed_ip")));
            assertFalse(elements(list).get(0).has("created_time"));
            assertTrue(list.path("extra").asBoolean());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"EXCEPTION | {\"exception_occured\":true}", "ARRAY | [", "NO_USER | ''"})
    void other_shapes_stand_in_the_place_of_the_tokens(ListShape shape, String start) {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonSession session = JsonSession.signedIn(server);
            server.changeJsonPage(page -> page.listShape(shape));
            JsonNode list = session.list();
            assertEquals(shape == ListShape.NO_USER, list.path("User").isMissingNode());
            assertTrue(list.path("User").path("authtokens").toString().startsWith(start));
        }
    }

    @Test
    void without_the_header_there_is_an_error_page() {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonSession session = JsonSession.signedIn(server);
            assertTrue(session.browser().get(JsonSession.LIST).body().contains("<h1>Error</h1>"));
        }
    }

    @Test
    void the_list_is_given_for_45_minutes_after_the_password() {
        TestClock clock = TestClock.at(FiveTokens.NOW);
        try (AnalyticsServer server = JsonSession.fiveTokens().clock(clock).start()) {
            JsonSession session = JsonSession.signedIn(server);
            clock.advance(Duration.ofMinutes(45));
            assertEquals(5, session.handles().size());
            clock.advance(Duration.ofSeconds(1));
            JsonNode refused = session.list();
            assertEquals("invalid_password_token", refused.path("cause").asText());
            assertEquals("PP112", JsonSession.code(refused));
        }
    }

    @Test
    void lists_are_throttled_by_the_minute() {
        TestClock clock = TestClock.at(FiveTokens.NOW);
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .clock(clock)
                .jsonPage(page -> page.listsAMinute(2))
                .start()) {
            JsonSession session = JsonSession.signedIn(server);
            assertEquals(5, session.handles().size());
            assertEquals(5, session.handles().size());
            assertEquals(
                    "throttles_limit_exceeded", session.list().path("cause").asText());
            clock.advance(Duration.ofMinutes(1));
            assertEquals(5, session.handles().size());
        }
    }

    @ParameterizedTest
    @EnumSource(SessionEnd.class)
    void a_session_that_has_ended_gets_an_error(SessionEnd end) {
        try (AnalyticsServer server =
                JsonSession.fiveTokens().jsonPage(page -> page.sessionEnd(end)).start()) {
            JsonSession session = JsonSession.signedIn(server);
            server.endSessions();
            String sign = end == SessionEnd.Z113 ? "\"code\":\"Z113\"" : "\\x2Fiam\\x2Fsignin";
            assertTrue(
                    session.listReply().body().contains(sign),
                    session.listReply().body());
            assertTrue(session.removalReply("").body().contains(sign));
            assertEquals(5, server.tokens().size());
        }
    }

    @Test
    void signing_out_works_as_ever() {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            JsonSession session = JsonSession.signedIn(server);
            session.browser().get("/iam/logout?servicename=ZohoReports");
            assertEquals(List.of(1, 0), List.of(server.signOuts(), server.openSessions()));
            assertFalse(session.browser().get("/iam/home").body().contains("zcontiner"));
        }
    }

    @Test
    void handles_are_plain_or_punctuated_or_hostile_and_secret_if_long() {
        for (HandleAlphabet alphabet : HandleAlphabet.values()) {
            try (AnalyticsServer server = AnalyticsServer.configure()
                    .accountsPage(AccountsPage.JSON)
                    .tokens(SampleTokens.list(FiveTokens.NOW, 60, 1))
                    .jsonPage(page -> page.handles(alphabet).handle("sample-1-59", "own"))
                    .start()) {
                List<String> handles = JsonSession.signedIn(server).handles();
                assertEquals(60, Set.copyOf(handles).size(), alphabet::toString);
                assertEquals("own", handles.get(59));
                switch (alphabet) {
                    case PLAIN -> assertTrue(handles.stream().allMatch(each -> each.matches("[A-Za-z0-9]+")));
                    case PUNCTUATED ->
                        assertTrue(
                                handles.subList(0, 59).stream().allMatch(each -> each.matches("[A-Za-z0-9=+._-]+=")));
                    case HOSTILE -> assertTrue(handles.containsAll(List.of(".", "..", "a/b", "a,b", "*", "", " ")));
                }
                Set<String> secrets = new HashSet<>(server.secrets());
                assertTrue(secrets.contains(handles.get(50)) && !secrets.contains("") && !secrets.contains("own"));
            }
        }
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.path("User").path("authtokens").spliterator(), false)
                .toList();
    }
}
