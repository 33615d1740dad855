package io.jenkins.plugins.authtokencleanup.engine.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Gives tokens ids: digests of what the page shows of them and what does not change with use. Tokens that look the same
 * are numbered, the one longest unused first.
 */
public final class TokenIds {
    private static final int LENGTH = 16;
    private static final Comparator<Instant> OLDEST_FIRST = Comparator.nullsLast(Comparator.naturalOrder());

    private final Map<String, Integer> given = new HashMap<>();
    private final MessageDigest digest = sha256();

    /**
     * The ids of tokens that were not seen before.
     *
     * @param tokens any tokens
     * @return their ids in the same order, each different from all that were given before
     */
    public List<String> give(List<AuthToken> tokens) {
        List<Integer> order = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> tokens.get(i).lastAccess().latest(), OLDEST_FIRST));
        String[] ids = new String[tokens.size()];
        for (int i : order) {
            String look = digestOf(tokens.get(i));
            int number = given.merge(look, 1, Integer::sum);
            ids[i] = number == 1 ? look : look + "-" + number;
        }
        return List.of(ids);
    }

    /** The part of an id that tokens which look the same have in common. */
    public static String look(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }

    private String digestOf(AuthToken token) {
        add(token.description());
        add(token.ipAddress());
        add(token.mark());
        add(token.created() instanceof LastAccess.At ? token.created().latest().toString() : "");
        token.scopes().forEach(this::add);
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private void add(String field) {
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
