package io.jenkins.plugins.authtokencleanup.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.authtokencleanup.engine.error.ThrottledOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final List<Duration> waited = new ArrayList<>();
    private final Patience patience = new Patience(waited::add, CleanupListener.SILENT);

    @Test
    void waitsGrowAndEnd() throws Exception {
        for (int times = 0; times < 8; times++) {
            patience.exercise(null, "Read");
        }
        ThrottledOutException end =
                assertThrows(ThrottledOutException.class, () -> patience.exercise(null, "Read"));
        assertEquals("the server asked to slow down, 9 times in a row", end.came());
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L),
                waited.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void itWaitsAsLongAsItIsToldAndNotLess() throws Exception {
        patience.exercise(Duration.ofSeconds(40), "Read");
        patience.exercise(Duration.ZERO, "Read");
        assertEquals(List.of(Duration.ofSeconds(40), Duration.ofSeconds(2)), waited);
    }

    @Test
    void fiveMinutesAreTheLongestWait() throws Exception {
        patience.exercise(Duration.ofMinutes(5), "Read");
        ThrottledOutException end = assertThrows(
                ThrottledOutException.class, () -> patience.exercise(Duration.ofSeconds(301), "Read"));
        assertEquals("the server asks to wait 301 seconds", end.came());
        assertEquals(List.of(Duration.ofMinutes(5)), waited);
    }

    @Test
    void afterAnAnswerItBeginsAnew() throws Exception {
        patience.exercise(null, "Read");
        patience.exercise(null, "Read");
        patience.restore();
        patience.exercise(null, "Read");
        assertEquals(Duration.ofSeconds(1), waited.get(2));
    }

    @Test
    void thereIsNoneForOneQuickLook() {
        ThrottledOutException end = assertThrows(
                ThrottledOutException.class, () -> Patience.none().exercise(null, "Read"));
        assertEquals("the server asked to slow down", end.came());
    }
}
