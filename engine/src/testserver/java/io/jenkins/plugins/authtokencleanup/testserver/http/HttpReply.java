package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer: status, headers and a body that is written when it is sent, as often as it is sent. */
public final class HttpReply {
    /** Writes a body. */
    @FunctionalInterface
    public interface Body {
        /** Writes all of it; does not close the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A header line. */
    public record Header(String name, String value) {}

    private static final long CHUNKED = -1;
    private static final long UNTIL_CLOSE = -2;

    private final int status;
    private final List<Header> headers;
    private final Body body;
    private final long length;
    private final boolean last;

    private HttpReply(int status, List<Header> headers, Body body, long length, boolean last) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.length = length;
        this.last = last;
    }

    /** An answer with these bytes. */
    public static HttpReply of(int status, String contentType, byte[] bytes) {
        return new HttpReply(
                status, List.of(new Header("Content-Type", contentType)), out -> out.write(bytes), bytes.length, false);
    }

    /** An HTML page. */
    public static HttpReply html(int status, String markup) {
        return of(status, "text/html;charset=UTF-8", markup.getBytes(StandardCharsets.UTF_8));
    }

    /** Plain text with status 200. */
    public static HttpReply text(String text) {
        return of(200, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** JSON with status 200. */
    public static HttpReply json(String json) {
        return of(200, "application/json;charset=UTF-8", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Status 302. */
    public static HttpReply redirect(String location) {
        return html(302, "").with("Location", location);
    }

    /** A body of unknown length with status 200, sent in chunks. */
    public static HttpReply streamed(String contentType, Body body) {
        return new HttpReply(200, List.of(new Header("Content-Type", contentType)), body, CHUNKED, false);
    }

    /** The same with one more header line. */
    public HttpReply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpReply(status, more, body, length, last);
    }

    /** The same without the header lines of this name. */
    public HttpReply without(String name) {
        List<Header> rest = new ArrayList<>(headers);
        rest.removeIf(header -> header.name().equalsIgnoreCase(name));
        return new HttpReply(status, rest, body, length, last);
    }

    /** The same with other bytes. */
    public HttpReply withBytes(byte[] bytes) {
        return new HttpReply(status, headers, out -> out.write(bytes), bytes.length, last);
    }

    /** The same head with a Content-Length and a body that need not agree; the connection is closed behind it. */
    public HttpReply withLyingLength(long declared, Body other) {
        return new HttpReply(status, headers, other, declared, true);
    }

    /** The same without a length; the end of the connection is the end of the body. */
    public HttpReply untilClose() {
        return new HttpReply(status, headers, body, UNTIL_CLOSE, true);
    }

    /** The whole body. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            body.writeTo(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole.toByteArray();
    }

    /** Whether it has a text of known length. */
    public boolean isText() {
        return length > 0
                && headers.stream()
                        .anyMatch(header -> header.name().equalsIgnoreCase("Content-Type")
                                && !header.value().startsWith("image/"));
    }

    /** The status. */
    public int status() {
        return status;
    }

    List<Header> headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    boolean isChunked() {
        return length == CHUNKED;
    }

    boolean isUntilClose() {
        return length == UNTIL_CLOSE;
    }

    long length() {
        return length;
    }

    boolean isLast() {
        return last;
    }
}
