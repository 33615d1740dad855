package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonFaultTest {
    private AnalyticsServer server;
    private JsonSession session;
    private String first;

    @BeforeEach
    void signIn() {
        server = JsonSession.fiveTokens().rotateCsrf(true).start();
        session = JsonSession.signedIn(server);
        first = "/" + session.handles().get(0);
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
        removeFirst();
        assertEquals(fault.acts() ? List.of("b", "c", "d", "e") : List.of("a", "b", "c", "d", "e"), server.tokenIds());
        assertEquals(fault, server.log(RequestKind.REMOVE).get(0).fault());
    }

    @Test
    void a_late_removal_takes_effect_when_the_client_has_given_up() {
        server.faults().on(RequestKind.REMOVE, 0, Fault.TIMEOUT_LATE_EFFECT);
        assertThrows(UncheckedIOException.class, () -> session.browser().send(impatient()));
        server.awaitGivenUp(1);
        assertEquals(List.of("b", "c", "d", "e"), server.tokenIds());
    }

    @Test
    void a_late_removal_can_wait_until_it_is_released() {
        server.holdLateEffects();
        server.faults().on(RequestKind.REMOVE, 0, Fault.TIMEOUT_LATE_EFFECT);
        assertThrows(UncheckedIOException.class, () -> session.browser().send(impatient()));
        server.awaitGivenUp(1);
        assertEquals(5, session.handles().size());
        server.releaseLateEffects();
        assertEquals(4, session.handles().size());
    }

    @Test
    void a_login_page_in_place_of_the_list_is_that_of_this_generation() {
        server.faults().on(RequestKind.PANEL, 1, Fault.LOGIN_PAGE);
        assertTrue(session.listReply().body().contains("submitsignin"));
        assertEquals(5, session.handles().size());
    }

    @Test
    void lists_without_end_are_json() throws IOException {
        server.faults().on(RequestKind.PANEL, 1, Fault.DEEP_NESTING).on(RequestKind.PANEL, 2, Fault.MANY_CELLS);
        String deep = session.listReply().body();
        assertTrue(deep.startsWith("{\"status_code\":200") && deep.length() > 500_000);
        HttpResponse<InputStream> many = session.browser()
                .send(session.withCsrf(server.url() + JsonSession.LIST), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = many.body()) {
            in.skipNBytes(10_000_000);
        }
    }

    private HttpRequest.Builder impatient() {
        return session.removal(first).timeout(Duration.ofMillis(400));
    }

    private void removeFirst() {
        try {
            session.browser().send(impatient());
        } catch (UncheckedIOException e) {
            // Some faults give no answer.
        }
    }
}
