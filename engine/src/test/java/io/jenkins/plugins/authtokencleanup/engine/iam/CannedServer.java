package io.jenkins.plugins.authtokencleanup.engine.iam;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that gives prepared answers and records the requests. */
public final class CannedServer implements AutoCloseable {
    static {
        // Else each answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public static final String SHELL_PAGE = "<html><div id=zcontiner></div></html>";

    /** Method and address of each request, and its body where it has one. */
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    /** How long the client waited, in seconds. */
    public final List<Long> sleeps = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, Deque<Canned>> answers = new HashMap<>();
    private final HttpServer server;

    private record Canned(int status, byte[] body, String[] headers) {}

    public CannedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** An answer to requests for a path: the first one given comes first, the last one stays. */
    public CannedServer on(String path, int status, String body, String... headers) {
        return on(path, status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public CannedServer on(String path, int status, byte[] body, String... headers) {
        answers.computeIfAbsent(path, first -> new ArrayDeque<>()).add(new Canned(status, body, headers));
        return this;
    }

    /** A login page, and whether the account page shows after it. */
    public CannedServer login(String page, boolean succeeds) {
        on("/iam/u/h", 302, "", "Location", "/iam/login?servicename=S");
        on("/iam/u/h", 200, succeeds ? SHELL_PAGE : page);
        return on("/iam/login", 200, page);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public IamSession session() {
        ConnectionSettings settings = new ConnectionSettings(
                ServerAddress.of(url(), false), ServedPages.ACCOUNT, "", null, Duration.ofSeconds(20));
        return new IamSession(
                settings,
                HttpClient.newBuilder(),
                duration -> sleeps.add(duration.toSeconds()),
                CleanupListener.SILENT);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : " " + body));
        Deque<Canned> queue = answers.getOrDefault(exchange.getRequestURI().getPath(), new ArrayDeque<>());
        Canned canned = queue.size() > 1 ? queue.poll() : queue.peek();
        if (canned == null) {
            canned = new Canned(404, new byte[0], new String[0]);
        }
        for (int i = 0; i < canned.headers.length; i += 2) {
            exchange.getResponseHeaders().add(canned.headers[i], canned.headers[i + 1]);
        }
        exchange.sendResponseHeaders(canned.status, canned.body.length == 0 ? -1 : canned.body.length);
        exchange.getResponseBody().write(canned.body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
