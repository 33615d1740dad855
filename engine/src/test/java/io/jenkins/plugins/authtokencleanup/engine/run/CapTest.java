package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the cap nothing at all is removed. */
class CapTest {
    private static RemovalCap cap(Integer number, Integer percent) {
        return new RemovalCap(number, percent);
    }

    private static FakeServer server(int stale, int fresh) {
        FakeServer server = FakeRun.server(FakeRun.stale(stale));
        for (int i = 0; i < fresh; i++) {
            server.tokens.add(FakeRun.daysAgo("fresh-" + i, 1));
        }
        return server;
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, 10, , true",
        "10, 0, 9, , false",
        "10, 0, 0, , false",
        "0, 10, 0, , true",
        "10, 90, , 10, true",
        "10, 90, , 9, false",
        "11, 90, , 10, false",
        "1, 2, , 33, false",
        "1, 2, , 34, true",
        "5, 0, , 100, true",
        "5, 5, , 0, false",
        "0, 5, , 0, true",
        "10, 90, 10, 10, true",
        "10, 90, 9, 10, false",
        "10, 90, 10, 9, false"
    })
    void up_to_the_cap_all_go_and_over_it_none(int stale, int fresh, Integer number, Integer percent, boolean within) {
        FakeServer server = server(stale, fresh);
        List<String> before = server.ids();
        CleanupReport report = FakeRun.on(server).cap(cap(number, percent)).perform();
        assertEquals(within ? fresh : stale + fresh, server.ids().size());
        assertEquals(within ? RunOutcome.DONE : RunOutcome.REFUSED, report.outcome());
        assertEquals(within ? ExitCode.DONE : ExitCode.REFUSED, report.exitCode());
        if (!within) {
            assertEquals(before, server.ids());
            assertEquals(List.of(), server.requests, "no removal request");
            assertEquals(stale, report.counts().notAttempted());
            assertTrue(report.message().contains("Nothing was removed"), report.message());
        }
    }

    @Test
    void a_preview_over_the_cap_is_refused_too() {
        FakeServer server = server(10, 5);
        CleanupReport report = FakeRun.on(server).cap(cap(9, null)).preview().perform();
        assertEquals(ExitCode.REFUSED, report.exitCode());
        assertEquals(10, report.counts().wouldRemove());
        assertEquals(15, server.ids().size());
    }

    @Test
    void what_comes_into_view_counts_for_the_cap_together_with_what_went_before() {
        FakeServer server = server(30, 0);
        server.displayCap = 10;
        CleanupReport report =
                FakeRun.on(server).cap(cap(15, null)).batchSize(5).perform();
        assertEquals(15, server.ids().size());
        assertEquals(15, report.counts().removed());
        assertEquals(RunOutcome.PARTIAL, report.outcome());
        assertTrue(report.message().contains("came into view"), report.message());
        assertTrue(report.tokens().stream()
                .filter(token -> token.outcome() == TokenOutcome.KEPT)
                .allMatch(token -> token.reason() == Reason.OVER_CAP));
    }

    @Test
    void tokens_that_others_remove_do_not_raise_the_count() {
        FakeServer server = server(10, 5);
        server.before(2, () -> server.drop("stale-9"));
        CleanupReport report =
                FakeRun.on(server).cap(cap(10, null)).batchSize(3).perform();
        assertEquals(RunOutcome.PARTIAL, report.outcome(), "one that was to go was not asked for");
        assertEquals(9, report.counts().removed());
        assertEquals(5, server.ids().size());
    }

    @Test
    void over_the_cap_the_first_list_is_refused_although_more_is_out_of_view() {
        FakeServer server = server(30, 0);
        server.displayCap = 10;
        CleanupReport report = FakeRun.on(server).cap(cap(9, null)).perform();
        assertEquals(RunOutcome.REFUSED, report.outcome());
        assertEquals(30, server.ids().size());
    }

    @Test
    void percent_are_of_the_first_list_and_the_longest_unused_go_first() {
        FakeServer server = new FakeServer();
        for (int i = 0; i < 10; i++) {
            server.tokens.add(FakeRun.daysAgo("shown-" + i, i < 5 ? 60 : 1));
        }
        for (int i = 0; i < 20; i++) {
            server.tokens.add(FakeRun.daysAgo("hidden-" + i, 100 + i));
        }
        server.displayCap = 10;
        CleanupReport report =
                FakeRun.on(server).cap(cap(null, 70)).batchSize(5).perform();
        assertEquals(7, report.counts().removed(), "70 percent of the ten on the first list");
        assertEquals(23, server.ids().size());
        assertFalse(
                server.ids().contains("hidden-5"), "of those that came into view last, the longest unused one went");
        assertEquals(RunOutcome.PARTIAL, report.outcome());
        assertTrue(report.tokens().stream()
                .filter(token -> token.reason() == Reason.OVER_CAP)
                .noneMatch(token -> token.description().startsWith("shown-")));
    }
}
