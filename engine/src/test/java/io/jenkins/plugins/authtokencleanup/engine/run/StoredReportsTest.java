package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReport;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reports that the first release stored, which knew no scheme of ids, and reports of another kind of page. */
class StoredReportsTest {
    private static final Duration GRACE = Duration.ofDays(14);

    private static CleanupReport stored(String name) throws IOException {
        try (InputStream in = StoredReportsTest.class.getResourceAsStream(name)) {
            return JsonReport.read(in.readAllBytes());
        }
    }

    private static GracePeriod remembering(CleanupReport... reports) {
        GracePeriod grace = new GracePeriod((int) GRACE.toDays());
        for (CleanupReport report : reports) {
            grace.remember(report);
        }
        return grace;
    }

    private static long restarts(CleanupReport report) {
        return report.warnings().stream()
                .filter(words -> words.startsWith("The grace period starts again for all AuthTokens"))
                .count();
    }

    @Test
    void they_are_read_and_have_the_first_scheme() throws IOException {
        CleanupReport removal = stored("first-release-removal.json");
        assertEquals(1, removal.idScheme());
        assertNull(removal.page());
        assertEquals(2, removal.counts().removed());
        assertEquals(
                List.of("stale-0", "stale-1", "fresh-2", "never-3"),
                removal.tokens().stream().map(token -> token.description()).toList());
        assertTrue(removal.tokens().stream().allMatch(token -> token.certain()), "a missing field means certain");
        assertEquals(1, stored("first-release-preview.json").counts().wouldRemove());
    }

    @Test
    void such_a_preview_can_not_be_approved() throws IOException {
        CleanupReport preview = stored("first-release-preview.json");
        String message = assertProblem(Problem.PLAN_REFUSED, () -> ApprovedPlan.of(preview))
                .getMessage();
        assertTrue(message.contains("identified AuthTokens in another way"), message);
        assertTrue(message.contains("Make a new preview"), message);
    }

    @Test
    void grace_starts_again_and_says_so_once() throws IOException {
        FakeServer server = new FakeServer(daysAgo("stale-0", 90));
        CleanupReport old = stored("first-release-preview.json");
        assertFalse(new GracePeriod(14).remember(old), "it covers no token");
        server.now = old.serverTime().plus(Duration.ofDays(60));
        CleanupReport first = FakeRun.on(server).restricted(remembering(old)).done();
        assertEquals(Reason.IN_GRACE, FakeRun.token(first, "stale-0").reason());
        assertEquals(server.now.plus(GRACE), FakeRun.token(first, "stale-0").dueAt());
        assertEquals(1, restarts(first));
        server.now = server.now.plus(GRACE);
        CleanupReport second =
                FakeRun.on(server).restricted(remembering(first, old)).done();
        assertEquals(0, restarts(second), "said before");
        assertEquals(List.of(), server.ids());
    }

    @Test
    void so_it_does_after_the_server_has_got_another_kind_of_page_and_the_date_then_stays() {
        FakeServer server = new FakeServer(daysAgo("a", 90));
        CleanupReport classic = FakeRun.on(server).restricted(remembering()).done();
        server.page = PageDetails.asShown("another", List.of(), true);
        server.now = server.now.plus(GRACE);
        CleanupReport first =
                FakeRun.on(server).restricted(remembering(classic)).done();
        assertEquals(1, restarts(first));
        assertEquals(server.now.plus(GRACE), FakeRun.token(first, "a").dueAt());
        server.now = server.now.plus(GRACE.minusDays(1));
        CleanupReport second =
                FakeRun.on(server).restricted(remembering(first, classic)).done();
        assertEquals(0, restarts(second));
        assertEquals(
                FakeRun.token(first, "a").dueAt(), FakeRun.token(second, "a").dueAt());
        server.now = server.now.plus(Duration.ofDays(1));
        FakeRun.on(server).restricted(remembering(second, first, classic)).done();
        assertEquals(List.of(), server.ids());
    }

    @Test
    void a_plan_of_another_kind_of_page_is_refused() throws Exception {
        FakeServer server = new FakeServer(daysAgo("a", 90));
        CleanupReport preview = FakeRun.on(server).preview().done();
        server.page = PageDetails.asShown("another", List.of(), true);
        CleanupReport report = FakeRun.on(server).approved(preview).perform();
        assertTrue(report.message().contains("another kind of AuthTokens page"), report.message());
        assertTrue(report.message().contains("Make a new preview"), report.message());
        assertEquals(List.of("a"), server.ids());
    }

    @Test
    void no_comparison_is_made_with_either() throws IOException {
        FakeServer server = new FakeServer(daysAgo("a", 90));
        CleanupReport now = FakeRun.on(server).preview().done();
        server.page = PageDetails.asShown("another", List.of(), true);
        CleanupReport other = FakeRun.on(server).preview().done();
        assertTrue(now.comparableWith(now));
        assertTrue(Stream.of(other, stored("first-release-removal.json")).noneMatch(now::comparableWith));
    }
}
