package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One request and the ways in which it can be answered. */
public final class Exchange {
    private static final Map<Integer, String> REASONS = Map.of(
            200,
            "OK",
            302,
            "Found",
            403,
            "Forbidden",
            404,
            "Not Found",
            405,
            "Method Not Allowed",
            414,
            "URI Too Long",
            429,
            "Too Many Requests",
            500,
            "Internal Server Error",
            503,
            "Service Unavailable",
            504,
            "Gateway Timeout");

    private final HttpRequest request;
    private final Connection connection;
    private final ServerDate date;

    Exchange(HttpRequest request, Connection connection, ServerDate date) {
        this.request = request;
        this.connection = connection;
        this.date = date;
    }

    /** What is to be answered. */
    public HttpRequest request() {
        return request;
    }

    /** Sends an answer. */
    public void send(HttpReply reply) throws IOException {
        OutputStream out = connection.output();
        out.write(head(reply).getBytes(StandardCharsets.ISO_8859_1));
        if (!request.method().equals("HEAD")) {
            writeBody(reply, out);
        }
        out.flush();
        if (reply.isLast()) {
            connection.closeInOrder();
        }
    }

    /** Resets the connection: the client gets no answer and no proper end. */
    public void reset() {
        connection.reset();
    }

    /** Waits until the client hangs up or the server is closed; whether it was the client. */
    public boolean awaitHangUp() {
        return connection.awaitHangUp();
    }

    /** Waits a little; an exception says that the server was closed meanwhile. */
    public void pause(Duration duration) throws IOException {
        connection.pause(duration);
    }

    private void writeBody(HttpReply reply, OutputStream out) throws IOException {
        if (reply.isChunked()) {
            ChunkedOutput chunks = new ChunkedOutput(out);
            reply.body().writeTo(chunks);
            chunks.finish();
        } else {
            reply.body().writeTo(out);
        }
    }

    private String head(HttpReply reply) {
        StringBuilder head = new StringBuilder(512);
        head.append("HTTP/1.1 ").append(reply.status()).append(' ');
        head.append(REASONS.getOrDefault(reply.status(), "Status")).append("\r\nServer: ZGS\r\n");
        String now = date.header();
        if (now != null) {
            head.append("Date: ").append(now).append("\r\n");
        }
        for (HttpReply.Header header : reply.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (reply.isChunked()) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (!reply.isUntilClose()) {
            head.append("Content-Length: ").append(reply.length()).append("\r\n");
        }
        if (reply.isLast()) {
            head.append("Connection: close\r\n");
        }
        return head.append("\r\n").toString();
    }
}
