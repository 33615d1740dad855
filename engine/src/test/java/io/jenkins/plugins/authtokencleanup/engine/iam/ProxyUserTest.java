package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that wants a user is named as the cause, on the way to http and to https servers. */
@Timeout(30)
class ProxyUserTest {
    private static final String REFUSAL = "HTTP/1.1 407 Proxy Authentication Required\r\n"
            + "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    /** The heads of all requests to the proxy. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ProxyUserTest() throws IOException {
        Thread thread = new Thread(this::refuseAll);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        System.clearProperty("http.proxyUser");
        System.clearProperty("http.proxyPassword");
        proxy.close();
    }

    private void refuseAll() {
        while (!proxy.isClosed()) {
            try (Socket client = proxy.accept()) {
                byte[] head = new byte[8_192];
                int length = client.getInputStream().read(head);
                asked.add(new String(head, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
                client.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
            } catch (IOException e) {
                // Closed by the test or by the client.
                continue;
            }
        }
    }

    private CleanupException problem(String url) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getLocalPort());
        AnalyticsConnection connection = new AnalyticsConnection(
                ConnectionSettings.of(ServerAddress.of(url, true), "admin@example.com"),
                "s3cret",
                ProxyUser.client().proxy(ProxySelector.of(address)));
        return assertThrows(CleanupException.class, () -> connection.open(CleanupListener.SILENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://analytics.example.com", "https://analytics.example.com:8443"})
    void without_a_user_the_proxy_is_named_and_what_to_do(String url) {
        CleanupException problem = problem(url);
        assertEquals(Problem.PROXY_REFUSED, problem.problem(), problem.getMessage());
        assertEquals("the proxy wants a user and a password (HTTP 407)", problem.observed());
        assertTrue(asked.get(0).startsWith(url.startsWith("https") ? "CONNECT" : "GET"), asked::toString);
    }

    @Test
    void the_users_system_properties_are_sent_to_the_proxy_and_a_refusal_is_named() {
        System.setProperty("http.proxyUser", "proxy-user");
        System.setProperty("http.proxyPassword", "proxy-Pa55");
        CleanupException problem = problem("http://analytics.example.com");
        assertEquals(Problem.PROXY_REFUSED, problem.problem(), problem.getMessage());
        assertEquals("the proxy refuses the user and password that it gets (HTTP 407)", problem.observed());
        String basic = Base64.getEncoder().encodeToString("proxy-user:proxy-Pa55".getBytes(StandardCharsets.UTF_8));
        assertTrue(asked.stream().anyMatch(head -> head.contains("Basic " + basic)), asked::toString);
    }
}
