package io.jenkins.plugins.authtokencleanup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for any of thousands of secrets in a long text, in one walk through it. */
final class SecretSearch {
    private static final int BEGINNING = 8;

    private final BitSet firstCharacters = new BitSet();
    private final Map<String, List<String>> byBeginning = new HashMap<>();

    SecretSearch(Collection<String> secrets) {
        for (String secret : secrets) {
            firstCharacters.set(firstTwo(secret, 0));
            byBeginning
                    .computeIfAbsent(secret.substring(0, BEGINNING), beginning -> new ArrayList<>())
                    .add(secret);
        }
    }

    boolean finds(String text) {
        for (int i = 0; i + BEGINNING <= text.length(); i++) {
            if (firstCharacters.get(firstTwo(text, i))) {
                for (String secret : byBeginning.getOrDefault(text.substring(i, i + BEGINNING), List.of())) {
                    if (text.startsWith(secret, i)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int firstTwo(String text, int at) {
        return (text.charAt(at) & 0xfff) << 12 | text.charAt(at + 1) & 0xfff;
    }
}
