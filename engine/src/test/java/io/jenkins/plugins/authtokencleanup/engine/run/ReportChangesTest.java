package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.ReportChanges;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is new, gone and used again from one report to the next. */
class ReportChangesTest {
    private static String words(CleanupReport before, CleanupReport now) {
        ReportChanges changes = ReportChanges.between(before, now);
        return "new " + names(changes.added()) + ", gone " + names(changes.gone()) + ", used again "
                + names(changes.woken());
    }

    private static List<String> names(List<TokenReport> tokens) {
        return tokens.stream().map(TokenReport::description).toList();
    }

    private static CleanupReport preview(FakeServer server) {
        return FakeRun.on(server).preview().done();
    }

    @Test
    void nothing_changes_by_itself() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 20), FakeToken.named("never"));
        CleanupReport before = preview(server);
        server.now = server.now.plus(Duration.ofDays(7));
        assertTrue(ReportChanges.between(before, preview(server)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tokens_that_are_new_gone_or_used_again_are_reported(boolean relative) {
        FakeServer server = new FakeServer(
                daysAgo("goes", 5),
                daysAgo("wakes", 40),
                daysAgo("busy", 1),
                daysAgo("asleep", 50),
                FakeToken.named("first use"));
        server.relative = relative;
        CleanupReport before = preview(server);
        server.now = server.now.plus(Duration.ofDays(3));
        List.of("wakes", "busy", "first use").forEach(server::use);
        server.drop("goes");
        server.tokens.add(FakeToken.named("comes"));
        server.now = server.now.plus(Duration.ofDays(4));
        assertEquals("new [comes], gone [goes], used again [wakes, first use]", words(before, preview(server)));
    }

    @Test
    void what_the_earlier_run_removed_is_not_gone_and_what_this_one_removes_is_still_reported() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 20));
        CleanupReport before = FakeRun.on(server).done();
        assertEquals(List.of("b"), server.ids());
        server.now = server.now.plus(Duration.ofDays(20));
        CleanupReport now = FakeRun.on(server).done();
        assertEquals(List.of(), server.ids());
        assertEquals("new [], gone [], used again []", words(before, now));
    }

    @Test
    void tokens_that_look_the_same_are_counted() {
        FakeServer server = new FakeServer(
                daysAgo("x", 90).id("1"),
                daysAgo("x", 60).id("2"),
                daysAgo("x", 40).id("3"),
                daysAgo("x", 3).id("4"));
        CleanupReport before = preview(server);
        server.now = server.now.plus(Duration.ofDays(1));
        server.use("2");
        assertEquals("new [], gone [], used again [x]", words(before, preview(server)));
        server.drop("1");
        assertEquals("new [], gone [x], used again [x]", words(before, preview(server)));
        server.tokens.add(daysAgo("x", -1).id("5"));
        server.tokens.add(daysAgo("x", -1).id("6"));
        server.use("3");
        String both = words(before, preview(server));
        assertEquals("new [x], gone [], used again [x, x, x]", both, "a new one looks like one that was used again");
    }

    @Test
    void of_tokens_that_look_the_same_the_used_one_is_reported() {
        FakeServer server =
                new FakeServer(daysAgo("x", 90).id("1"), daysAgo("x", 60).id("2"));
        CleanupReport before = preview(server);
        server.now = server.now.plus(Duration.ofDays(1));
        server.use("1");
        Instant used = server.now;
        ReportChanges changes = ReportChanges.between(before, preview(server));
        assertFalse(changes.isEmpty());
        assertEquals(
                List.of(used),
                changes.woken().stream().map(TokenReport::lastAccessed).toList());
    }

    @Test
    void a_twin_that_was_in_use_already_is_not_used_again() {
        FakeServer server =
                new FakeServer(daysAgo("x", 40).id("1"), daysAgo("x", 3).id("2"));
        CleanupReport before = preview(server);
        server.now = server.now.plus(Duration.ofDays(1));
        server.use("2");
        assertEquals("new [], gone [], used again []", words(before, preview(server)));
        server.drop("1");
        assertEquals("new [], gone [x], used again []", words(before, preview(server)));
    }

    @Test
    void a_token_whose_date_could_not_be_read_is_not_used_again() {
        FakeServer server = new FakeServer(FakeToken.named("x").used(new LastAccess.Unreadable()));
        CleanupReport before = preview(server);
        server.now = server.now.plus(Duration.ofDays(1));
        server.use("x");
        assertEquals("new [], gone [], used again []", words(before, preview(server)));
    }
}
