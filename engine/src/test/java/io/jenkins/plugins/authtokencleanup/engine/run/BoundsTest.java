package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The least and the most that a user can ask for. */
class BoundsTest {
    private final CleanupPolicy policy = Policies.vendorsAdvice();

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 36_500})
    void days_that_can_be_asked_for(int days) {
        assertEquals(
                FakeServer.NOW.minus(Duration.ofDays(days)),
                Policies.olderThan(days).cutoff(FakeServer.NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 36_501})
    void days_that_can_not(int days) {
        assertThrows(IllegalArgumentException.class, () -> Policies.olderThan(days));
    }

    @Test
    void days_of_grace_have_the_same_bounds() {
        for (int days : new int[] {1, 36_500}) {
            GracePeriod grace = new GracePeriod(days);
            CleanupReport report = FakeRun.on(new FakeServer(FakeRun.daysAgo("a", 40)))
                    .restricted(grace)
                    .done();
            assertEquals(
                    FakeServer.NOW.plus(Duration.ofDays(days)),
                    FakeRun.token(report, "a").dueAt());
        }
        assertThrows(IllegalArgumentException.class, () -> new GracePeriod(0));
        assertThrows(IllegalArgumentException.class, () -> new GracePeriod(36_501));
    }

    @Test
    void the_newest_to_keep_are_none_or_more() {
        assertEquals(0, FakeRun.policy(NeverUsed.KEEP, 0).keepNewest());
        assertThrows(IllegalArgumentException.class, () -> FakeRun.policy(NeverUsed.KEEP, -1));
    }

    private CleanupRequest request(int batchSize) {
        return new CleanupRequest(new FakeServer().settings(), policy, RemovalCap.NONE, false, batchSize, List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void batches_that_can_be_asked_for(int size) {
        assertEquals(size, request(size).batchSize());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void batches_that_can_not(int size) {
        assertThrows(IllegalArgumentException.class, () -> request(size));
    }
}
