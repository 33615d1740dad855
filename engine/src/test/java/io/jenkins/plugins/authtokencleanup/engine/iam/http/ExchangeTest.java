package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import io.jenkins.plugins.authtokencleanup.engine.iam.ServedPages;
import io.jenkins.plugins.authtokencleanup.engine.iam.panel.RemovalRequest;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges that do not end well: late, broken off, or on an interrupted thread. */
@Timeout(30)
class ExchangeTest {
    private static final AuthToken TOKEN =
            new AuthToken("d", List.of(), "", "", null, LastAccess.NEVER, "-", new RemovalHandle("h"), List.of());

    private final CannedServer server = new CannedServer();
    private final IamSession session = server.session();

    ExchangeTest() throws IOException {}

    @AfterEach
    void stop() {
        Thread.interrupted();
        server.close();
    }

    private static HttpRequest request(IamSession session) {
        return HttpTransport.request(session.address().at("/x")).build();
    }

    private static CleanupException problem(String sent, boolean ends) throws IOException {
        Limits limits = Limits.page(Duration.ofMillis(ends ? 20_000 : 300));
        return withServer(
                sent,
                ends,
                session -> assertThrows(CleanupException.class, () -> session.send("Load", request(session), limits)));
    }

    /** A server that sends this to the first client, and then nothing, or the end of the connection. */
    private static <T> T withServer(String sent, boolean ends, Function<IamSession, T> use) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread sender = new Thread(() -> send(listener, sent, ends));
            sender.start();
            return use.apply(ServedPages.session("http://127.0.0.1:" + listener.getLocalPort()));
        }
    }

    private static void send(ServerSocket listener, String text, boolean ends) {
        try (Socket client = listener.accept()) {
            client.getInputStream().read(new byte[8_192]);
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            while (!ends && client.getInputStream().read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx"})
    void an_answer_that_is_not_complete_in_time_is_late(String sent) throws IOException {
        CleanupException problem = problem(sent, false);
        assertEquals(Problem.TIMED_OUT, problem.problem());
        assertEquals("the answer was not complete after 0 s", problem.observed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx", "no HTTP at all\r\n\r\n"})
    void an_answer_that_breaks_off_is_reported(String sent) throws IOException {
        CleanupException problem = problem(sent, true);
        assertEquals(Problem.UNREACHABLE, problem.problem());
        assertEquals("the connection broke off without a complete answer", problem.observed());
    }

    @Test
    void an_interrupted_thread_does_not_wait_for_a_page() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> session.send("Load", request(session), Limits.page(Duration.ofSeconds(20))));
    }

    @Test
    void an_interrupted_thread_waits_a_little_for_the_answer_to_a_change() throws Exception {
        server.on("/x", 200, "done");
        session.send("Connect", request(session), Limits.change(Duration.ofSeconds(20)));
        Thread.currentThread().interrupt();
        ServerResponse response = session.send("Change", request(session), Limits.change(Duration.ofSeconds(20)));
        assertEquals(200, response.status());
        assertTrue(Thread.interrupted(), "the thread's flag is set");
    }

    @Test
    void a_removal_whose_reply_breaks_off_is_unclear() throws IOException {
        String sent = "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\nSUCCESS";
        RemovalReply reply = withServer(sent, true, session -> new RemovalRequest(session).send(List.of(TOKEN)));
        assertEquals(
                "the connection broke off without a complete answer",
                assertInstanceOf(RemovalReply.Unclear.class, reply).problem().observed());
    }

    @Test
    void a_removal_on_an_interrupted_thread_without_an_answer_is_unclear_and_the_flag_stays() throws IOException {
        RemovalReply reply = withServer("", false, session -> {
            Thread.currentThread().interrupt();
            return new RemovalRequest(session).send(List.of(TOKEN));
        });
        assertTrue(Thread.interrupted(), "the thread's flag is set");
        assertEquals(
                "interrupted before the reply was read",
                assertInstanceOf(RemovalReply.Unclear.class, reply).problem().observed());
    }

    @Test
    void a_removal_on_an_interrupted_thread_is_answered_and_the_flag_stays() {
        server.on("/iam/u/authtoken", 200, "SUCCESS_SELECTED");
        Thread.currentThread().interrupt();
        assertNotNull(new RemovalRequest(session).send(List.of(TOKEN)));
        assertTrue(Thread.interrupted(), "the thread's flag is set");
        assertEquals(1, server.asked.size());
    }
}
