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
        assertThrows(ThrottledOutException.class, () -> patience.exercise(null, "Read"));
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
    void itDoesNotWaitForHours() {
        assertThrows(ThrottledOutException.class, () -> patience.exercise(Duration.ofHours(1), "Read"));
        assertEquals(List.of(), waited);
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
        assertThrows(ThrottledOutException.class, () -> Patience.none().exercise(null, "Read"));
    }
}
