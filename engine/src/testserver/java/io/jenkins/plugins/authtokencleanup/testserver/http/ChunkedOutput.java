package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends what is written in chunks of up to 64 KiB; each one goes out in one piece, its size line included. */
final class ChunkedOutput extends FilterOutputStream {
    private static final int SIZE_LINE = 10;
    private static final int CAPACITY = 64 * 1024;

    private final byte[] chunk = new byte[SIZE_LINE + CAPACITY + 2];
    private int count;

    ChunkedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        if (count == CAPACITY) {
            sendChunk();
        }
        chunk[SIZE_LINE + count++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (count == CAPACITY) {
                sendChunk();
            }
            int part = Math.min(left, CAPACITY - count);
            System.arraycopy(bytes, from, chunk, SIZE_LINE + count, part);
            count += part;
            from += part;
            left -= part;
        }
    }

    @Override
    public void flush() throws IOException {
        sendChunk();
        out.flush();
    }

    /** Sends the rest and the mark of the end. */
    void finish() throws IOException {
        sendChunk();
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void sendChunk() throws IOException {
        if (count > 0) {
            byte[] sizeLine = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int start = SIZE_LINE - sizeLine.length;
            System.arraycopy(sizeLine, 0, chunk, start, sizeLine.length);
            int end = SIZE_LINE + count;
            chunk[end] = '\r';
            chunk[end + 1] = '\n';
            out.write(chunk, start, end + 2 - start);
            count = 0;
        }
    }
}
