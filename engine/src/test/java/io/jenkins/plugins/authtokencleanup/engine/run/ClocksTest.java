package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One wrong clock, the server's or this machine's, in either direction, makes no token old. */
class ClocksTest {
    private static final Instant TRUE_TIME = FakeServer.NOW;

    private static FakeServer server() {
        return new FakeServer(
                FakeRun.daysAgo("unused", 90), FakeRun.daysAgo("at 29 days", 29), FakeRun.daysAgo("used today", 0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, -40, -1, 1, 40, 400})
    void the_servers_clock_may_be_days_off(int days) {
        FakeServer server = server();
        server.now = TRUE_TIME.plus(Duration.ofDays(days));
        CleanupReport report = FakeRun.on(server).localTime(TRUE_TIME).perform();
        assertTrue(server.ids().containsAll(List.of("at 29 days", "used today")), report::message);
        assertTrue(
                days < -40 || !server.ids().contains("unused"), "an old token still goes unless the clock is too slow");
        assertEquals(TRUE_TIME.plus(Duration.ofDays(days)), report.serverTime());
        assertEquals(Duration.ofDays(days).toSeconds(), report.clockSkewSeconds());
        assertTrue(report.warnings().stream().anyMatch(warning -> warning.startsWith("The server's clock is")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, -40, -1, 1, 40, 400})
    void this_machines_clock_may_be_days_off(int days) {
        FakeServer server = server();
        FakeRun.on(server).localTime(TRUE_TIME.plus(Duration.ofDays(days))).perform();
        assertTrue(server.ids().containsAll(List.of("at 29 days", "used today")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, -1, 1, 40})
    void a_use_after_the_slower_clock_is_not_in_the_future(int days) {
        FakeServer server = server();
        server.now = TRUE_TIME.plus(Duration.ofDays(days));
        CleanupReport report = FakeRun.on(server).localTime(TRUE_TIME).preview().perform();
        assertEquals(Reason.RECENTLY_USED, FakeRun.token(report, "used today").reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {-40, 40})
    void a_grace_period_ends_by_the_slower_clock_and_begins_by_the_faster_one(int days) {
        FakeServer server = server();
        CleanupReport announced = FakeRun.on(server)
                .localTime(TRUE_TIME.plus(Duration.ofDays(days)))
                .preview()
                .perform();
        GracePeriod grace = new GracePeriod(14);
        grace.remember(announced);
        server.now = TRUE_TIME.plus(Duration.ofDays(13));
        FakeRun.on(server)
                .localTime(server.now.plus(Duration.ofDays(30)))
                .restricted(grace)
                .perform();
        assertTrue(server.ids().contains("unused"), "13 days have passed");
    }
}
