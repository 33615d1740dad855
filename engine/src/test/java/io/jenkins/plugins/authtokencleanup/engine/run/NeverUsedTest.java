package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens never used, pages that don't show whether one was used, and servers that may not record use. */
class NeverUsedTest {
    private static final CleanupPolicy JUDGE = FakeRun.policy(NeverUsed.JUDGE, 0);
    private static final Instant LONG_AGO = FakeRun.days(90);

    private static PageDetails page(boolean useRecorded) {
        return new PageDetails("fake", List.of(), true, "read somehow", useRecorded, Duration.ofMinutes(30), List.of());
    }

    private static FakeServer unrecorded() {
        FakeServer server = new FakeServer(
                FakeToken.named("a").created(LONG_AGO), FakeToken.named("b").created(FakeRun.days(3)));
        server.page = page(false);
        return server;
    }

    @Test
    void a_last_access_that_is_exactly_the_creation_is_none() {
        FakeServer server = new FakeServer(
                FakeToken.named("never").created(LONG_AGO).used(LONG_AGO),
                FakeToken.named("used").created(LONG_AGO).used(LONG_AGO.plusSeconds(1)),
                FakeToken.named("fresh").created(LONG_AGO).used(FakeRun.days(1)));
        CleanupReport report = FakeRun.on(server).done();
        assertEquals(List.of("never", "fresh"), server.ids());
        assertEquals(Reason.NEVER_USED, FakeRun.token(report, "never").reason());
        FakeRun.on(server).policy(JUDGE).done();
        assertEquals(List.of("fresh"), server.ids());
    }

    @Test
    void where_both_are_the_same_but_coarse_the_token_stays_and_the_note_says_why() {
        LastAccess day = new LastAccess.Between(LONG_AGO, LONG_AGO.plusSeconds(86_399));
        FakeServer server = new FakeServer(new FakeToken("x", "x", List.of(), "", day, day));
        CleanupReport report = FakeRun.on(server).done();
        assertEquals(Reason.NEVER_USED, FakeRun.token(report, "x").reason());
        assertEquals(
                "creation and last access look the same, so it may never have been used",
                FakeRun.token(report, "x").note());
    }

    @Test
    void a_page_without_creation_times_is_warned_of_once() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 50));
        List<String> warnings = FakeRun.on(server).done().warnings();
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).startsWith("The page shows no creation times"), warnings.get(0));
    }

    @ParameterizedTest
    @EnumSource(NeverUsed.class)
    void where_use_may_not_be_recorded_a_run_without_a_person_keeps_them(NeverUsed neverUsed) {
        FakeServer server = unrecorded();
        CleanupReport report =
                FakeRun.on(server).policy(FakeRun.policy(neverUsed, 0)).done();
        assertEquals(List.of("a", "b"), server.ids());
        assertTrue(report.tokens().stream().allMatch(token -> token.reason() == Reason.USE_NOT_RECORDED));
        assertEquals(
                "No AuthToken shows a use: the server may not record it. AuthTokens never used are kept. Use one AuthToken,"
                        + " and look half an hour later whether its last access shows it",
                report.warnings().get(0));
    }

    @Test
    void a_preview_shows_them_as_removable_by_an_approved_plan_only_and_such_a_plan_removes_them() throws Exception {
        FakeServer server = unrecorded();
        CleanupReport preview = FakeRun.on(server).policy(JUDGE).preview().done();
        assertEquals(1, preview.counts().wouldRemove());
        assertTrue(
                preview.warnings().get(0).contains("are removed by an approved plan only"),
                preview.warnings()::toString);
        FakeRun.on(server).policy(JUDGE).done();
        assertEquals(List.of("a", "b"), server.ids(), "not without the plan");
        FakeRun.on(server).policy(JUDGE).approved(preview).done();
        assertEquals(List.of("b"), server.ids());
    }

    @Test
    void one_token_with_a_recorded_use_is_enough_to_judge_the_others() {
        FakeServer server = new FakeServer(FakeToken.named("a").created(LONG_AGO), daysAgo("fresh", 1));
        server.page = page(true);
        FakeRun.on(server).policy(JUDGE).done();
        assertEquals(List.of("fresh"), server.ids());
    }

    @ParameterizedTest
    @CsvSource({"1799, false", "1800, false", "1801, true"})
    void half_an_hour_is_allowed_for_and_not_a_second_more(int secondsBeyond, boolean goes) {
        FakeServer server = new FakeServer(
                FakeToken.named("a").used(FakeRun.days(30).minusSeconds(secondsBeyond)), daysAgo("fresh", 1));
        server.page = page(true);
        FakeRun.on(server).done();
        assertEquals(!goes, server.ids().contains("a"));
    }

    @ParameterizedTest
    @CsvSource({"30, false", "30.03, true", "400, true"})
    void if_the_newest_recorded_use_is_old_the_first_warning_is_that_recording_may_be_off(double days, boolean warned) {
        FakeServer server = new FakeServer(
                daysAgo("a", days),
                daysAgo("older", 500),
                FakeToken.named("never").created(LONG_AGO));
        server.page = page(true);
        List<String> warnings = FakeRun.on(server)
                .localTime(FakeServer.NOW.plusSeconds(900))
                .preview()
                .done()
                .warnings();
        assertEquals(warned, warnings.get(0).contains("recording may have been switched off"), warnings::toString);
    }

    @Test
    void pages_that_record_each_use_are_not_suspected() {
        FakeServer server = new FakeServer(daysAgo("a", 400).created(FakeRun.days(500)));
        assertEquals(List.of(), FakeRun.on(server).preview().done().warnings());
    }

    @Test
    void what_the_page_warns_of_is_in_the_report() {
        FakeServer server = new FakeServer(daysAgo("a", 4));
        server.page =
                new PageDetails("fake", List.of(), true, "read somehow", true, Duration.ZERO, List.of("Mind this"));
        assertEquals(List.of("Mind this"), FakeRun.on(server).done().warnings());
    }
}
