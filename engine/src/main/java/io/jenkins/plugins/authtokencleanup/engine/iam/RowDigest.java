package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of a row's markup, by which it is found again: rows hold secrets, so they are not kept themselves. */
final class RowDigest {
    private static final int LENGTH = 32;

    private final MessageDigest sha256 = sha256();
    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1
            .newEncoder()
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .onMalformedInput(CodingErrorAction.REPORT);
    private final byte[] result = new byte[LENGTH];
    private byte[] bytes = new byte[1 << 11];
    private ByteBuffer into = ByteBuffer.wrap(bytes);
    private long first;
    private long second;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Takes in a text; the same text has the same digest, and no other one has. */
    void of(char[] text, int from, int to) {
        int length = to - from;
        if (bytes.length < 2 * length + 1) {
            bytes = new byte[4 * length];
            into = ByteBuffer.wrap(bytes);
        }
        boolean latin = latin(text, from, to);
        if (!latin) {
            into.clear().asCharBuffer().put(text, from, length);
        }
        int count = latin ? length : 2 * length;
        bytes[count] = (byte) (latin ? 1 : 2);
        sha256.update(bytes, 0, count + 1);
        try {
            sha256.digest(result, 0, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        ByteBuffer longs = ByteBuffer.wrap(result);
        first = longs.getLong();
        second = longs.getLong();
    }

    private boolean latin(char[] text, int from, int to) {
        return !encoder.reset()
                .encode(CharBuffer.wrap(text, from, to - from), into.clear(), true)
                .isError();
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }
}
