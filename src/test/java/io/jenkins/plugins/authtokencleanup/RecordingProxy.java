package io.jenkins.plugins.authtokencleanup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy for plain HTTP on this machine that remembers what it passed on. */
final class RecordingProxy implements AutoCloseable {
    private static final Set<String> OWN = Set.of(
            "host",
            "connection",
            "content-length",
            "proxy-authorization",
            "proxy-connection",
            "upgrade",
            "http2-settings",
            "transfer-encoding",
            "date");

    private final HttpClient client = HttpClient.newBuilder().build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer listener;
    private volatile String login;

    RecordingProxy() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", this::pass);
        listener.setExecutor(threads);
        listener.start();
    }

    /** From now on it wants a user. */
    void require(String user, String password) {
        String both = user + ":" + password;
        login = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return listener.getAddress().getPort();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (login != null && !login.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
                exchange.sendResponseHeaders(407, -1);
                return;
            }
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            HttpResponse<byte[]> answer = client.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase("date")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(exchange.getRequestURI())
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        listener.stop(0);
        threads.shutdownNow();
    }
}
