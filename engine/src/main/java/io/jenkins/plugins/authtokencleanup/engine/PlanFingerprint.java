package io.jenkins.plugins.authtokencleanup.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Tells one plan from another: a digest of server, account, policy and the tokens to be removed. */
final class PlanFingerprint {
    private PlanFingerprint() {}

    static String of(String server, String account, CleanupPolicy policy, List<TrackedToken> tokens) {
        MessageDigest digest = TokenIds.sha256();
        add(digest, server);
        add(digest, account);
        add(digest, policy.olderThanDays() + " " + policy.neverUsed() + " " + policy.keepNewest());
        policy.protect().forEach(pattern -> add(digest, pattern.source()));
        tokens.stream()
                .filter(token -> token.reason() == Reason.UNUSED)
                .map(PlanFingerprint::line)
                .sorted()
                .forEach(line -> add(digest, line));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The time of a relative date moves with the clock, so only a known one is part of the plan's identity. */
    private static String line(TrackedToken token) {
        LastAccess date = token.row().lastAccess();
        return token.id() + (date instanceof LastAccess.At ? " " + date.latest() : "");
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
