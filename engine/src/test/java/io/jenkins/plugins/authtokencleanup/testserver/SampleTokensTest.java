package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleTokensTest {
    private static final Instant NOW = FiveTokens.NOW;
    private static final Instant CUTOFF = NOW.minus(Duration.ofDays(30));

    @Test
    void the_same_arguments_give_the_same_tokens() {
        assertEquals(SampleTokens.list(NOW, 300, 1), SampleTokens.list(NOW, 300, 1));
        assertNotEquals(SampleTokens.list(NOW, 300, 1), SampleTokens.list(NOW, 300, 2));
    }

    @Test
    void there_are_tokens_of_every_kind() {
        List<TestToken> tokens = SampleTokens.list(NOW, 300, 1);
        List<Instant> times = tokens.stream()
                .map(TestToken::lastAccessed)
                .filter(Objects::nonNull)
                .toList();
        assertTrue(times.size() < tokens.size());
        assertTrue(times.contains(CUTOFF)
                && times.contains(CUTOFF.plusSeconds(1))
                && times.contains(CUTOFF.minusSeconds(1)));
        assertTrue(times.stream().anyMatch(NOW::isBefore));
        assertTrue(times.stream().filter(CUTOFF::isAfter).count() > 100);
        List<String> names = tokens.stream().map(TestToken::description).toList();
        assertTrue(new HashSet<>(names).size() < names.size());
        for (String part : List.of("<script>", "=cmd", "\u202e", "\u001b", "\ud83d\ude80")) {
            assertTrue(names.stream().anyMatch(name -> name.contains(part)), part);
        }
    }
}
