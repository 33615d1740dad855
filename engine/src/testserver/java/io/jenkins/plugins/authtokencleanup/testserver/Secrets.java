package io.jenkins.plugins.authtokencleanup.testserver;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Makes values that nobody may see in any output, and remembers them. */
final class Secrets {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final SecureRandom random = new SecureRandom();
    private final Set<String> issued = new LinkedHashSet<>();

    String uuid() {
        return remember(UUID.randomUUID().toString());
    }

    String characters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return remember(text.toString());
    }

    long number() {
        return random.nextLong();
    }

    synchronized String remember(String secret) {
        issued.add(secret);
        return secret;
    }

    synchronized Set<String> issued() {
        return new LinkedHashSet<>(issued);
    }
}
