package io.jenkins.plugins.authtokencleanup.engine.server;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final List<Duration> waited = new ArrayList<>();
    private final Backoff backoff = new Backoff(waited::add, CleanupListener.SILENT);

    @Test
    void waits_grow_and_end() throws Exception {
        for (int times = 0; times < 8; times++) {
            backoff.await(null, "Read");
        }
        CleanupException end = assertProblem(Problem.THROTTLED, () -> backoff.await(null, "Read"));
        assertEquals("the server asked to slow down, 9 times in a row", end.observed());
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L),
                waited.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void it_waits_at_least_as_long_as_the_server_asks() throws Exception {
        backoff.await(Duration.ofSeconds(40), "Read");
        backoff.await(Duration.ZERO, "Read");
        assertEquals(List.of(Duration.ofSeconds(40), Duration.ofSeconds(2)), waited);
    }

    @Test
    void five_minutes_are_the_longest_wait() throws Exception {
        backoff.await(Duration.ofMinutes(5), "Read");
        CleanupException end = assertProblem(Problem.THROTTLED, () -> backoff.await(Duration.ofSeconds(301), "Read"));
        assertEquals("the server asks to wait 301 seconds", end.observed());
        assertEquals(List.of(Duration.ofMinutes(5)), waited);
    }

    @Test
    void after_an_answer_it_begins_anew() throws Exception {
        backoff.await(null, "Read");
        backoff.await(null, "Read");
        backoff.reset();
        backoff.await(null, "Read");
        assertEquals(Duration.ofSeconds(1), waited.get(2));
    }

    @Test
    void there_is_none_for_one_quick_look() {
        CleanupException end =
                assertProblem(Problem.THROTTLED, () -> Backoff.none().await(null, "Read"));
        assertEquals("the server asked to slow down", end.observed());
    }
}
