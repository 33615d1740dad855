package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ServerTest {

    @Test
    void the_date_header_follows_the_clock_and_can_be_left_out() {
        TestClock clock = TestClock.at(FiveTokens.NOW);
        try (AnalyticsServer server = AnalyticsServer.configure().clock(clock).start();
                AnalyticsServer dateless =
                        AnalyticsServer.configure().dateHeader(false).start()) {
            BareSession session = new BareSession(server);
            assertEquals("Thu, 11 Jun 2026 05:00:11 GMT", date(session));
            clock.advance(Duration.ofDays(-3));
            assertEquals("Mon, 08 Jun 2026 05:00:11 GMT", date(session));
            assertEquals("none", date(new BareSession(dateless)));
        }
    }

    @Test
    void others_act_between_two_requests() {
        try (AnalyticsServer server = FiveTokens.server().start()) {
            server.beforeKind(RequestKind.PANEL, 1, () -> {
                assertTrue(server.use("a"));
                assertTrue(server.removeToken("b"));
                assertFalse(server.removeToken("b"));
                server.addToken(TestToken.named("new").withId("n"));
            });
            server.before(0, () -> server.removeToken("c"));
            BareSession session = new BareSession(server);
            session.signIn(LoginGeneration.CLASSIC);
            assertEquals(4, BareSession.handles(session.panel().body()).size());
            assertEquals(4, BareSession.handles(session.panel().body()).size());
            assertEquals(List.of("a", "d", "e", "n"), server.tokenIds());
            assertEquals(FiveTokens.NOW, server.tokens().get(0).lastAccessed());
        }
    }

    @Test
    void the_log_records_what_came_in() {
        try (AnalyticsServer server = FiveTokens.server().start()) {
            BareSession session = new BareSession(server);
            session.signIn(LoginGeneration.CLASSIC);
            session.panel();
            session.remove("action=delete_all");
            session.get("/no/such/page");
            assertEquals(
                    List.of(
                            RequestKind.SHELL,
                            RequestKind.LOGIN_PAGE,
                            RequestKind.LOGIN,
                            RequestKind.PANEL,
                            RequestKind.SHELL,
                            RequestKind.REMOVE,
                            RequestKind.OTHER),
                    server.log().stream().map(LoggedRequest::kind).toList());
            LoggedRequest login = server.log(RequestKind.LOGIN).get(0);
            assertTrue(login.body().contains("PASSWORD=s3cret-Pa55") && !login.signedIn());
            LoggedRequest missing = server.log().get(6);
            assertEquals(404, missing.status());
            assertTrue(missing.signedIn());
        }
    }

    @Test
    void secrets_hold_every_cookie_handle_and_value_and_the_password() {
        try (AnalyticsServer server = FiveTokens.server().rotateCsrf(true).start()) {
            BareSession session = new BareSession(server);
            session.signIn(LoginGeneration.CLASSIC);
            List<String> seen = List.of(
                    session.cookie("IAMAGENTTICKET_un"),
                    session.cookie("iamcsr"),
                    BareSession.handles(session.panel().body()).get(4),
                    FiveTokens.LIST.get(0).clearText(),
                    "s3cret-Pa55");
            assertTrue(server.secrets().containsAll(seen), seen::toString);
        }
    }

    @Test
    void a_session_that_was_ended_is_a_stranger_again_and_a_cleared_cookie_says_removed() {
        try (AnalyticsServer server = FiveTokens.server().start()) {
            BareSession session = new BareSession(server);
            session.signIn(LoginGeneration.CLASSIC);
            server.endSessions();
            assertFalse(session.isIn());
            session.signIn(LoginGeneration.CLASSIC);
            session.get("/iam/logout");
            assertEquals("removed", session.cookie("IAMAGENTTICKET_un"));
            assertEquals(1, server.signOuts());
        }
    }

    @Test
    void a_token_can_be_made_until_the_limit_is_reached() {
        try (AnalyticsServer server = FiveTokens.server().tokenLimit(6).start()) {
            BareSession session = new BareSession(server);
            URI create = URI.create(
                    server.url()
                            + "/iam/apiauthtoken/nb/create?SCOPE=ZROP/reportsapi&EMAIL_ID=admin@example.com&PASSWORD=s3cret-Pa55");
            String made = session.post(create, "").body();
            assertTrue(made.contains("AUTHTOKEN=" + server.tokens().get(5).clearText() + "\nRESULT=TRUE\n"), made);
            String refused = session.post(create, "").body();
            assertTrue(refused.contains("CAUSE=EXCEEDED_MAXIMUM_ALLOWED_AUTHTOKENS\nRESULT=FALSE\n"), refused);
        }
    }

    @Test
    void closing_ends_exchanges_that_hang() throws Exception {
        AnalyticsServer server = FiveTokens.server().start();
        CountDownLatch arrived = new CountDownLatch(1);
        server.beforeKind(RequestKind.SHELL, 0, arrived::countDown)
                .faults()
                .always(RequestKind.SHELL, Fault.TIMEOUT_AFTER);
        CompletableFuture<HttpResponse<String>> hanging =
                CompletableFuture.supplyAsync(() -> new BareSession(server).get("/iam/u/h"));
        arrived.await();
        assertTimeoutPreemptively(Duration.ofSeconds(4), server::close);
        CompletionException failure = assertThrows(CompletionException.class, hanging::join);
        assertTrue(failure.getCause() instanceof UncheckedIOException);
        assertEquals(
                0,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("analytics-test-server-" + port(server)))
                        .count());
    }

    private static long panelBytes(AnalyticsServer server, BareSession session) throws Exception {
        HttpRequest.Builder request = session.request(URI.create(server.url() + "/iam/ui/settings/api-tokens.jsp"));
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in =
                session.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
            }
        }
        return bytes;
    }

    private static int port(AnalyticsServer server) {
        return URI.create(server.url()).getPort();
    }

    private static String date(BareSession session) {
        return session.get("/iam/u/h").headers().firstValue("Date").orElse("none");
    }
}
