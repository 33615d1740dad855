package io.jenkins.plugins.authtokencleanup.testserver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes HTML as UTF-8 bytes, fast: most of what a panel holds is plain ASCII. */
final class HtmlBytes {
    private static final int ROOM_FOR_ONE = 8;

    private final OutputStream out;
    private final byte[] buffer = new byte[32 * 1024];
    private int count;

    HtmlBytes(OutputStream out) {
        this.out = out;
    }

    static byte[] bytes(String markup) {
        return markup.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes markup as it is. */
    HtmlBytes markup(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - count) {
            flush();
        }
        if (bytes.length > buffer.length) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, count, bytes.length);
            count += bytes.length;
        }
        return this;
    }

    /** Writes text, made safe. */
    HtmlBytes text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return markup(bytes(Markup.html(text.substring(i))));
            }
            if (buffer.length - count < ROOM_FOR_ONE) {
                flush();
            }
            switch (c) {
                case '&', '<', '>', '"', '\'' -> markup(bytes(Markup.html(String.valueOf(c))));
                default -> buffer[count++] = (byte) c;
            }
        }
        return this;
    }

    void flush() throws IOException {
        out.write(buffer, 0, count);
        count = 0;
    }
}
