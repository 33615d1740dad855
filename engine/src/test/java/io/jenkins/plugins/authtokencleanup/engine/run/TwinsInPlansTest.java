package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of two tokens that look the same, the one that an earlier report kept never goes in place of the planned one: in
 * doubt both stay.
 */
class TwinsInPlansTest {
    private static final CleanupPolicy JUDGE = FakeRun.policy(NeverUsed.JUDGE, 0);

    /**
     * "31 days ago" is planned, "30 days ago" is kept; an hour later the page says "31 days ago" of the kept one, too.
     */
    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "30, true", "30, false"})
    void the_kept_one_stays_when_its_text_becomes_that_of_the_planned_one(int hours, boolean plannedIsGone)
            throws Exception {
        FakeServer server = new FakeServer(
                daysAgo("x", 31.5).id("planned"), daysAgo("x", 30.98).id("kept"));
        server.relative = true;
        CleanupReport preview = FakeRun.on(server).preview().done();
        assertEquals(1, preview.counts().wouldRemove());
        server.now = server.now.plus(Duration.ofHours(hours));
        if (plannedIsGone) {
            server.drop("planned");
        }
        FakeRun.on(server).approved(preview).done();
        assertEquals(plannedIsGone ? List.of("kept") : List.of("planned", "kept"), server.ids());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void so_it_is_with_a_grace_period(boolean plannedIsGone) {
        FakeServer server = new FakeServer(
                daysAgo("x", 31.5).id("announced"), daysAgo("x", 30.98).id("kept"));
        server.relative = true;
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.now = server.now.plus(Duration.ofDays(14));
        if (plannedIsGone) {
            server.drop("announced");
        }
        GracePeriod grace = new GracePeriod(14);
        grace.remember(preview);
        FakeRun.on(server).restricted(grace).done();
        assertEquals(plannedIsGone ? List.of("kept") : List.of("announced", "kept"), server.ids());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void so_it_is_with_tokens_never_used(boolean plannedIsGone) throws Exception {
        FakeServer server = new FakeServer(neverUsed("planned", 32), neverUsed("kept", 30));
        CleanupReport preview = FakeRun.on(server).policy(JUDGE).preview().done();
        assertEquals(1, preview.counts().wouldRemove());
        server.now = server.now.plus(Duration.ofDays(2));
        if (plannedIsGone) {
            server.drop("planned");
        }
        FakeRun.on(server).policy(JUDGE).approved(preview).done();
        assertEquals(plannedIsGone ? List.of("kept") : List.of("planned", "kept"), server.ids());
    }

    /** Made on a day that the page shows without a time, so that the day is no part of the token's look. */
    private static FakeToken neverUsed(String id, int daysAgo) {
        LastAccess made = new LastAccess.Between(FakeRun.days(daysAgo + 1), FakeRun.days(daysAgo));
        return new FakeToken(id, "x", List.of("reportsapi"), "", made, LastAccess.NEVER);
    }
}
