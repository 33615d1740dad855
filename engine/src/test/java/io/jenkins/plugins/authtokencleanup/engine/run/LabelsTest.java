package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No wording of a page's columns disarms protect patterns or the number of newest tokens to keep. */
class LabelsTest {
    private static final CleanupPolicy PROTECT = FakeRun.policy(NeverUsed.KEEP, 0, "prod-*");
    private static final CleanupPolicy NEWEST = FakeRun.policy(NeverUsed.KEEP, 1);

    @Test
    void a_pattern_protects_by_any_text_of_the_row() {
        FakeServer server =
                new FakeServer(daysAgo("", 40).id("a"), daysAgo("", 50).id("b"));
        server.labels =
                token -> token.id().equals("a") ? List.of("Jenkins", "prod-backup") : List.of("Jenkins", "test");
        FakeRun.on(server).policy(PROTECT).done();
        assertEquals(List.of("a"), server.ids());
    }

    @ParameterizedTest
    @CsvSource({"patterns, 2", "newest, 2", "neither, 0"})
    void where_no_text_can_be_had_patterns_and_newest_keep_every_token(String what, int left) {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 50));
        server.labels = token -> null;
        CleanupPolicy policy =
                what.equals("patterns") ? PROTECT : what.equals("newest") ? NEWEST : Policies.vendorsAdvice();
        CleanupReport report = FakeRun.on(server).policy(policy).done();
        assertEquals(left, server.ids().size());
        assertEquals(
                left,
                report.tokens().stream()
                        .filter(token -> token.reason() == Reason.PROTECTED)
                        .count());
    }

    @Test
    void newest_needs_one_column_of_descriptions_and_the_error_lists_those_that_are_there() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 50));
        server.page = PageDetails.asShown("fake", List.of("Bereich", "Zweck"), false);
        CleanupReport report = FakeRun.on(server).policy(NEWEST).perform();
        assertEquals(RunOutcome.FAILED, report.outcome());
        assertEquals(
                "Keep the newest AuthTokens of each description: the page has no single column of descriptions among:"
                        + " Bereich | Zweck. ",
                report.message().substring(0, report.message().indexOf("Zweck. ") + 7));
        assertEquals(2, server.ids().size());
        assertEquals(1, server.calls, "it lists, and asks for nothing");
        assertEquals(
                RunOutcome.DONE, FakeRun.on(server).policy(PROTECT).perform().outcome(), "patterns don't need it");
    }
}
