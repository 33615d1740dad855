package io.jenkins.plugins.authtokencleanup.engine.plan;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/** Identifies a plan: a digest of server, account, policy and the tokens to be removed. */
public final class PlanFingerprint {
    private PlanFingerprint() {}

    /**
     * The fingerprint of a plan.
     *
     * @param planned the last access of each token to be removed, by its id
     * @return 64 hexadecimal digits
     */
    public static String of(String server, String account, CleanupPolicy policy, Map<String, LastAccess> planned) {
        MessageDigest digest = TokenIdentity.sha256();
        add(digest, server);
        add(digest, account);
        add(digest, policy.olderThanDays() + " " + policy.neverUsed() + " " + policy.keepNewest());
        policy.protect().forEach(pattern -> add(digest, pattern.source()));
        // The time of a relative date moves with the clock, so only a known one is part of the plan's identity.
        planned.entrySet().stream()
                .map(token -> token.getKey()
                        + (token.getValue() instanceof LastAccess.At
                                ? " " + token.getValue().latest()
                                : ""))
                .sorted()
                .forEach(line -> add(digest, line));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
