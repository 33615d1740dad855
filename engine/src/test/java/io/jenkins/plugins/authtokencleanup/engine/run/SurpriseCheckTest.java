package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.stale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.plan.SurpriseCheck;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A surprising number of unused tokens causes a warning or stops the run. */
class SurpriseCheckTest {
    @ParameterizedTest(name = "{0} left, {1} listed: surprise {2}")
    @CsvSource({
        "10, 10, false",
        "10, 15, false",
        "10, 16, true",
        "10, 5, false",
        "10, 4, true",
        "10, 0, true",
        "0, 100, false",
        "1, 1, false",
        "100, 0, true",
        "2000000000, 3, true"
    })
    void more_than_half_more_or_less_is_a_surprise(int before, int listed, boolean surprise) {
        FakeServer server = FakeRun.server(stale(listed));
        CleanupReport report = FakeRun.on(server)
                .restricted(new SurpriseCheck(before, false, null))
                .done();
        assertEquals(
                surprise, report.warnings().stream().anyMatch(words -> words.contains("the last removal run left")));
        assertEquals(List.of(), server.ids(), "a warning stops nothing");

        FakeServer careful = FakeRun.server(stale(listed));
        CleanupReport strict = FakeRun.on(careful)
                .restricted(new SurpriseCheck(before, true, null))
                .perform();
        assertEquals(surprise ? RunOutcome.REFUSED : RunOutcome.DONE, strict.outcome());
        assertEquals(surprise ? listed : 0, careful.ids().size());
    }

    @Test
    void a_refusal_says_both_numbers_and_that_nothing_was_removed() {
        CleanupReport report = FakeRun.on(FakeRun.server(stale(7)))
                .restricted(new SurpriseCheck(100, true, null))
                .perform();
        assertTrue(
                report.message().contains("7 AuthTokens are listed, and the last removal run left 100"),
                report.message());
        assertTrue(
                report.message().contains("set expectedCount to the number listed, or approve a preview"),
                report.message());
        assertTrue(report.message().endsWith("Nothing was removed."), report.message());
    }

    @ParameterizedTest
    @CsvSource({"7, DONE", "6, REFUSED", "8, REFUSED"})
    void a_person_who_names_the_exact_number_lets_it_go_on(int expected, RunOutcome outcome) {
        FakeServer server = FakeRun.server(stale(7));
        CleanupReport report = FakeRun.on(server)
                .restricted(new SurpriseCheck(100, true, expected))
                .perform();
        assertEquals(outcome, report.outcome(), report.message());
        assertEquals(outcome == RunOutcome.DONE ? 0 : 7, server.ids().size());
    }

    @Test
    void a_preview_only_warns_and_stays_approvable() throws Exception {
        FakeServer server = FakeRun.server(stale(7));
        CleanupReport preview = FakeRun.on(server)
                .restricted(new SurpriseCheck(100, true, null))
                .preview()
                .done();
        assertTrue(preview.warnings().stream().anyMatch(words -> words.contains("the last removal run left 100")));
        FakeRun.on(server).approved(preview).done();
        assertEquals(List.of(), server.ids());
    }

    @Test
    void before_the_first_removal_run_it_says_that_there_is_nothing_to_compare_with() {
        CleanupReport report = FakeRun.on(FakeRun.server(stale(7)))
                .restricted(new SurpriseCheck(null, true, null))
                .done();
        assertTrue(report.warnings().stream().anyMatch(words -> words.startsWith("There is no earlier removal")));
    }
}
