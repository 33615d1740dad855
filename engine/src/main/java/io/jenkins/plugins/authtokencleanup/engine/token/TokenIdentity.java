package io.jenkins.plugins.authtokencleanup.engine.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Decides whether two rows can be the same AuthToken. Nothing else does: not the run, not approval, not grace.
 *
 * <p>A token's description, scopes, masked text and creation do not change with use; its address and last access do.
 */
public final class TokenIdentity {
    /** Version of the ids in reports. Ids of different versions can't be compared. Reports without one have 1. */
    public static final int SCHEME = 2;

    private static final int LENGTH = 16;
    /** Shorter texts in a token's column are row numbers and the like. */
    private static final int SHORTEST_MARK = 8;

    private TokenIdentity() {}

    /**
     * Whether a handle that named one row before still names the same token. Only what can't change is compared: a page
     * may show a row number as masked text.
     */
    public static boolean keepsHandle(AuthToken before, AuthToken now) {
        return before.description().equals(now.description())
                && before.scopes().equals(now.scopes())
                && createdTogether(before, now);
    }

    /** Whether two rows, of one or two listings, can be the same token, ignoring their handles. */
    public static boolean canBeSame(AuthToken one, AuthToken other) {
        return keepsHandle(one, other) && one.mark().equals(other.mark());
    }

    private static boolean createdTogether(AuthToken one, AuthToken other) {
        boolean exact = one.created() instanceof LastAccess.At && other.created() instanceof LastAccess.At;
        return !exact || one.created().equals(other.created());
    }

    /** What a token has in common with its look-alikes, also in other listings and reports: 16 hexadecimal digits. */
    public static String look(AuthToken token) {
        MessageDigest digest = sha256();
        add(digest, token.description());
        add(digest, token.mark());
        add(
                digest,
                token.created() instanceof LastAccess.At
                        ? token.created().latest().toString()
                        : "");
        token.scopes().forEach(scope -> add(digest, scope));
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    /**
     * The look of a token in a report.
     *
     * @param id the token's id there: its look, and a number where look-alikes follow the first
     * @return the look
     */
    public static String look(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }

    /**
     * A digest of what a page shows of a token itself, often masked.
     *
     * @param shown the text; a text shorter than a mask is ignored
     * @return 16 hexadecimal digits, empty for nothing
     */
    public static String mark(String shown) {
        if (shown.length() < SHORTEST_MARK) {
            return "";
        }
        return HexFormat.of().formatHex(sha256().digest(shown.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
