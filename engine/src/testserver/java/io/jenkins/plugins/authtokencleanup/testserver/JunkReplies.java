package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Answers that nobody should read to the end, or try to understand. */
final class JunkReplies {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int MEGABYTE = 1 << 20;
    private static final int BOMB_MEGABYTES = 300;
    private static final int CELLS = 4_000_000;
    private static final int CELLS_AT_ONCE = 1_000;
    private static final int LEVELS = 50_000;

    private JunkReplies() {}

    static HttpReply picture() {
        byte[] bytes = new byte[4_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 ^ i >> 3);
        }
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, bytes, 0, 8);
        return HttpReply.of(200, "image/png", bytes);
    }

    static HttpReply endless() {
        return HttpReply.streamed(HTML, out -> {
            write(out, "<html><body>");
            byte[] line = "<p>and so on</p>\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(line);
            }
        });
    }

    /** A gzip stream whose deflated block of one megabyte comes again and again. */
    static HttpReply gzipBomb() {
        byte[] megabyte = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        byte[] block = deflated(megabyte);
        CRC32 sum = new CRC32();
        for (int i = 0; i < BOMB_MEGABYTES; i++) {
            sum.update(megabyte);
        }
        return HttpReply.streamed(HTML, out -> {
                    out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
                    for (int i = 0; i < BOMB_MEGABYTES; i++) {
                        out.write(block);
                    }
                    out.write(new byte[] {3, 0});
                    writeLittleEndian(out, sum.getValue());
                    writeLittleEndian(out, (long) BOMB_MEGABYTES * MEGABYTE);
                })
                .with("Content-Encoding", "gzip");
    }

    static HttpReply manyCells() {
        byte[] cells = "<td>x</td>".repeat(CELLS_AT_ONCE).getBytes(StandardCharsets.US_ASCII);
        return HttpReply.streamed(HTML, out -> {
            write(out, "<table id=\"apitokenstbl\"><tr id=\"headerrow\"><th>AuthToken</th></tr><tr id=\"trow\">");
            for (int i = 0; i < CELLS / CELLS_AT_ONCE; i++) {
                out.write(cells);
            }
            write(out, "</tr></table>");
        });
    }

    static HttpReply deepNesting() {
        return HttpReply.streamed(HTML, out -> {
            write(out, "<div>".repeat(LEVELS));
            write(out, "<table><tr><td>".repeat(LEVELS));
            write(out, "<table id=\"apitokenstbl\"><tr id=\"headerrow\"><th>AuthToken</th></tr></table>");
            write(out, "</td></tr></table>".repeat(LEVELS));
            write(out, "</div>".repeat(LEVELS));
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeLittleEndian(OutputStream out, long value) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >>> shift) & 0xff);
        }
    }

    /** A deflated block that refers to nothing before itself and ends on a byte boundary. */
    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(bytes);
        byte[] block = new byte[MEGABYTE];
        int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(block, length);
    }
}
