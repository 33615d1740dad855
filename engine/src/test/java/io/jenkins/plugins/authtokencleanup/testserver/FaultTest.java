package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private AnalyticsServer server;
    private BareSession session;

    @BeforeEach
    void signIn() {
        server = FiveTokens.server().rotateCsrf(true).start();
        session = new BareSession(server);
        session.signIn(LoginGeneration.CLASSIC);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "SLOW_DRIP",
                "ENDLESS_BODY",
                "GZIP_BOMB",
                "HUGE_HEADER",
                "MANY_CELLS",
                "TIMEOUT_LATE_EFFECT",
                "GATEWAY_LATE_EFFECT"
            })
    void a_removal_takes_effect_if_and_only_if_the_fault_acts(Fault fault) {
        server.faults().on(RequestKind.REMOVE, 0, fault);
        HttpRequest.Builder removal = impatient(selectFirst());
        try {
            session.send(removal);
        } catch (UncheckedIOException e) {
            // Some faults give no answer.
        }
        assertEquals(fault.acts() ? List.of("b", "c", "d", "e") : List.of("a", "b", "c", "d", "e"), server.tokenIds());
        assertEquals(fault, server.log(RequestKind.REMOVE).get(0).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN_PAGE, 200, name=\"LOGIN_ID\"",
        "ERROR_PAGE, 200, <h1>Error</h1>",
        "ERROR_500, 500, <h1>Error</h1>",
        "JSON_ERROR_Z113, 200, Z113",
        "JSON_REAUTH, 200, invalid_password_token",
        "THROTTLE_JSON, 200, throttles_limit_exceeded",
        "THROTTLE_429, 429, Error",
        "THROTTLE_503, 503, Error",
        "UNKNOWN_TEXT, 200, OK",
        "EMPTY_BODY, 200, ''",
        "DEEP_NESTING, 200, apitokenstbl",
        "REDIRECT_FOREIGN, 302, ''",
        "REDIRECT_FILE, 302, ''",
        "ENDLESS_REDIRECT, 302, ''"
    })
    void an_answer_is_replaced(Fault fault, int status, String content) {
        server.faults().always(RequestKind.PANEL, fault);
        HttpResponse<String> reply = session.panel();
        assertEquals(status, reply.statusCode());
        assertTrue(content.isEmpty() ? reply.body().isEmpty() : reply.body().contains(content), reply.body());
        assertEquals(
                status == 429 || status == 503,
                reply.headers().firstValue("Retry-After").isPresent());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET_BEFORE", "RESET_AFTER", "HALF_BODY"})
    void a_broken_connection_is_seen_as_such_over_tls_too(Fault fault) {
        try (AnalyticsServer secure = FiveTokens.server().https(true).start()) {
            BareSession visitor = new BareSession(secure);
            assertEquals(200, visitor.get("/iam/u/h").statusCode());
            secure.faults().always(RequestKind.LOGIN_PAGE, fault);
            assertThrows(UncheckedIOException.class, () -> visitor.get("/iam/login"));
            assertEquals(200, visitor.get("/iam/u/h").statusCode());
        }
    }

    @Test
    void a_late_removal_takes_effect_after_the_client_has_given_up_whatever_happened_meanwhile() {
        server.holdLateEffects();
        server.faults().on(RequestKind.REMOVE, 0, Fault.TIMEOUT_LATE_EFFECT);
        HttpRequest.Builder removal = impatient(selectFirst());
        assertThrows(UncheckedIOException.class, () -> session.send(removal));
        server.awaitGivenUp(1);
        session.freshCsrfPair();
        assertEquals(5, BareSession.handles(session.panel().body()).size());
        session.get("/iam/logout");
        server.releaseLateEffects();
        assertEquals(List.of("b", "c", "d", "e"), server.tokenIds());
    }

    @Test
    void a_gateway_gives_up_and_the_removal_takes_effect_later() {
        server.holdLateEffects();
        server.faults().on(RequestKind.REMOVE, 0, Fault.GATEWAY_LATE_EFFECT);
        assertEquals(504, session.send(impatient(selectFirst())).statusCode());
        assertEquals(5, server.tokenIds().size());
        assertEquals(List.of(), server.log(RequestKind.REMOVE).get(0).removed());
        server.releaseLateEffects();
        assertEquals(List.of("b", "c", "d", "e"), server.tokenIds());
        assertEquals(List.of("a"), server.log(RequestKind.REMOVE).get(0).removed());
    }

    @Test
    void half_a_body_without_a_length_looks_like_a_whole_one() {
        String whole = session.panel().body();
        server.faults().always(RequestKind.PANEL, Fault.HALF_BODY_SILENT);
        String half = session.panel().body();
        assertEquals(whole.substring(0, whole.length() / 2), half);
    }

    @Test
    void a_redirect_without_end_goes_on() {
        server.faults().on(RequestKind.PANEL, 0, Fault.ENDLESS_REDIRECT);
        URI next = URI.create(server.url() + "/iam/ui/settings/api-tokens.jsp");
        for (int round = 0; round < 30; round++) {
            HttpResponse<String> reply = session.send(session.request(next).GET());
            next = next.resolve(reply.headers().firstValue("Location").orElseThrow());
        }
        assertTrue(next.getPath().endsWith("/endless/30"), next::toString);
    }

    @Test
    void a_repeated_page_is_the_one_before() {
        String before = session.panel().body();
        server.removeToken("a");
        server.faults().on(RequestKind.PANEL, 1, Fault.DUPLICATE_PAGE);
        assertEquals(before, session.panel().body());
        assertEquals(4, BareSession.handles(session.panel().body()).size());
    }

    @Test
    void a_body_of_the_wrong_type_is_json_or_a_picture_by_turns() {
        server.faults().always(RequestKind.PANEL, Fault.WRONG_TYPE);
        List<String> types = List.of(contentType(session.panel()), contentType(session.panel()));
        assertTrue(types.contains("image/png") && types.contains("application/json;charset=UTF-8"), types::toString);
    }

    @Test
    void a_body_in_the_wrong_charset_is_utf16_or_labelled_with_nonsense_by_turns() throws IOException {
        String right = session.panel().body();
        int next = server.log().size();
        server.faults().at(next, Fault.WRONG_CHARSET).at(next + 1, Fault.WRONG_CHARSET);
        for (int index = next; index < next + 2; index++) {
            HttpResponse<byte[]> reply = session.send(
                    session.request(URI.create(server.url() + "/iam/ui/settings/api-tokens.jsp")),
                    HttpResponse.BodyHandlers.ofByteArray());
            boolean even = index % 2 == 0;
            assertEquals(even, contentType(reply).endsWith("UTF-8"));
            assertArrayEquals(right.getBytes(even ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8), reply.body());
        }
    }

    @Test
    void a_dripping_answer_comes_byte_by_byte() throws IOException {
        server.faults().always(RequestKind.SHELL, Fault.SLOW_DRIP);
        HttpResponse<InputStream> reply = session.send(
                session.request(URI.create(server.url() + "/iam/u/h")), HttpResponse.BodyHandlers.ofInputStream());
        long start = System.nanoTime();
        try (InputStream in = reply.body()) {
            assertEquals("<!DO", new String(in.readNBytes(4), StandardCharsets.US_ASCII));
        }
        assertTrue(System.nanoTime() - start >= 500_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"ENDLESS_BODY, 50000000", "MANY_CELLS, 40000000"})
    void a_large_answer_has_at_least_so_many_bytes(Fault fault, long bytes) throws IOException {
        server.faults().always(RequestKind.PANEL, fault);
        HttpResponse<InputStream> reply = session.send(
                session.request(URI.create(server.url() + "/iam/ui/settings/api-tokens.jsp")),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = reply.body()) {
            in.skipNBytes(bytes);
        }
    }

    @Test
    void a_gzip_bomb_is_small_outside_and_large_inside() throws IOException {
        server.faults().always(RequestKind.PANEL, Fault.GZIP_BOMB);
        HttpResponse<byte[]> reply = session.send(
                session.request(URI.create(server.url() + "/iam/ui/settings/api-tokens.jsp")),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", reply.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(reply.body().length < 3_000_000);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            assertEquals(300L << 20, in.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void a_stray_login_page_leaves_the_session_and_its_csrf_value_alone() {
        String removal = selectFirst();
        server.faults().always(RequestKind.PANEL, Fault.LOGIN_PAGE);
        assertTrue(session.panel().body().contains("name=\"LOGIN_ID\""));
        assertEquals("SUCCESS_SELECTED", session.postRemoval(removal).body().trim());
    }

    @Test
    void a_header_line_of_ten_megabytes_is_too_much_for_a_client() {
        server.faults().always(RequestKind.SHELL, Fault.HUGE_HEADER);
        try {
            int length = session.get("/iam/u/h")
                    .headers()
                    .firstValue("X-Filler")
                    .orElse("")
                    .length();
            assertEquals(10_000_000, length);
        } catch (UncheckedIOException e) {
            assertFalse(e.getCause() instanceof HttpTimeoutException);
        }
    }

    @Test
    void an_index_outranks_a_kind_and_a_plan_can_be_forgotten() {
        server.faults()
                .always(RequestKind.PANEL, Fault.ERROR_500)
                .on(RequestKind.PANEL, 1, Fault.THROTTLE_429)
                .at(server.log().size(), Fault.THROTTLE_503);
        assertEquals(
                List.of(503, 429, 500),
                List.of(
                        session.panel().statusCode(),
                        session.panel().statusCode(),
                        session.panel().statusCode()));
        server.faults().clear();
        assertEquals(200, session.panel().statusCode());
    }

    private HttpRequest.Builder impatient(String body) {
        return session.removal(body).timeout(Duration.ofMillis(400));
    }

    private String selectFirst() {
        String handle = BareSession.handles(session.panel().body()).get(0);
        return "action=delete_selected&authtokens=" + BareSession.encoded(handle + ",") + "&" + session.freshCsrfPair();
    }

    private static String contentType(HttpResponse<?> reply) {
        return reply.headers().firstValue("Content-Type").orElseThrow();
    }
}
