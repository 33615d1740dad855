package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a run knows of the builds before it: announcements, approved plans, how many tokens were left. */
@WithJenkins
class PriorReportsTest {
    private final TestClock clock =
            TestClock.at(Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS));
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Fixture.addCredentials();
    }

    private AnalyticsServer server() {
        return Fixture.server(0)
                .clock(clock)
                .dateStyle(DateStyle.ISO_INSTANT)
                .tokens(
                        TestToken.named("very old").usedDaysAgo(200, clock.instant()),
                        TestToken.named("old").usedDaysAgo(50, clock.instant()),
                        TestToken.named("fresh").usedDaysAgo(1, clock.instant()))
                .start();
    }

    private FreeStyleBuild build(
            FreeStyleProject job,
            AnalyticsServer server,
            Result result,
            Consumer<RemoveUnusedAuthTokensBuilder> settings)
            throws Exception {
        RemoveUnusedAuthTokensBuilder step = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
        settings.accept(step);
        job.getBuildersList().replace(step);
        FreeStyleBuild build = jenkins.buildAndAssertStatus(result, job);
        Fixture.withOneClock(build);
        return build;
    }

    private FreeStyleBuild grace(FreeStyleProject job, AnalyticsServer server, int days) throws Exception {
        return build(job, server, Result.SUCCESS, step -> {
            step.setOlderThanDays(days);
            step.setGraceDays(14);
        });
    }

    @ParameterizedTest
    @EnumSource(ConnectFrom.class)
    void announcements_are_remembered_wherever_the_engine_runs(ConnectFrom from) throws Exception {
        try (AnalyticsServer server = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            job.setAssignedNode(from == ConnectFrom.AGENT ? jenkins.createOnlineSlave() : jenkins.jenkins);
            for (int i = 0; i < 2; i++) {
                assertEquals(3, server.tokens().size());
                FreeStyleBuild build = build(job, server, Result.SUCCESS, step -> {
                    step.setGraceDays(14);
                    step.setConnectFrom(from);
                });
                assertEquals(i == 0 ? 2 : 0, build.getAction(ReportAction.class).getInGrace());
                if (i == 0) {
                    jenkins.assertLogContains(
                            "In grace: 2 unused AuthTokens, the first of them due "
                                    + clock.instant().plus(Duration.ofDays(14)),
                            build);
                }
                clock.advance(Duration.ofDays(14));
            }
            assertEquals(List.of("fresh"), Fixture.descriptions(server));
        }
    }

    @Test
    void a_report_of_other_rules_in_between_does_not_make_the_grace_longer() throws Exception {
        try (AnalyticsServer server = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            grace(job, server, 30);
            for (int day = 0; day < 30; day++) {
                clock.advance(Duration.ofDays(1));
                server.use(server.tokenIds().get(server.tokenIds().size() - 1));
                if (day != 15) {
                    grace(job, server, 150);
                }
            }
            assertEquals(
                    List.of("fresh", "old"), Fixture.descriptions(server), "the very old one went by the other rules");
            FreeStyleBuild last = grace(job, server, 30);
            assertEquals(1, last.getAction(ReportAction.class).getRemoved(), "announced a month ago");
        }
    }

    @Test
    void a_report_whose_file_was_dated_back_announces_nothing() throws Exception {
        try (AnalyticsServer server = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            Path file = grace(job, server, 30).getRootDir().toPath().resolve("authtoken-cleanup/report-1.json");
            String text = Files.readString(file);
            String listed = "\"serverTime\":\"" + clock.instant() + "\"";
            assertTrue(text.contains(listed), text);
            Instant before = clock.instant().minus(Duration.ofDays(20));
            Files.writeString(file, text.replace(listed, "\"serverTime\":\"" + before + "\""));

            assertEquals(2, grace(job, server, 30).getAction(ReportAction.class).getInGrace());
        }
    }

    @Test
    void a_report_that_cannot_be_read_is_as_good_as_a_deleted_one() throws Exception {
        try (AnalyticsServer server = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            FreeStyleBuild first = grace(job, server, 30);
            Files.writeString(
                    first.getRootDir().toPath().resolve("authtoken-cleanup").resolve("report-1.json"), "{\"schema\":");
            clock.advance(Duration.ofDays(14));
            assertEquals(2, grace(job, server, 30).getAction(ReportAction.class).getInGrace());
            clock.advance(Duration.ofDays(14));
            assertEquals(2, grace(job, server, 30).getAction(ReportAction.class).getRemoved());
        }
    }

    @Test
    void another_servers_reports_announce_nothing() throws Exception {
        try (AnalyticsServer server = server();
                AnalyticsServer other = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            grace(job, other, 30);
            clock.advance(Duration.ofDays(14));
            assertEquals(2, grace(job, server, 30).getAction(ReportAction.class).getInGrace());
        }
    }

    @Test
    void a_plan_of_another_server_is_refused() throws Exception {
        try (AnalyticsServer server = server();
                AnalyticsServer other = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            String plan = build(job, other, Result.SUCCESS, step -> step.setPreview(true))
                    .getAction(ReportAction.class)
                    .getPlanFingerprint();
            FreeStyleBuild refused = build(job, server, Result.FAILURE, step -> step.setApprovedPlan(plan));
            assertEquals("REFUSED", refused.getAction(ReportAction.class).getOutcome());
            jenkins.assertLogContains("it was made for another server", refused);
            FreeStyleBuild unknown = build(job, server, Result.FAILURE, step -> step.setApprovedPlan("0".repeat(64)));
            jenkins.assertLogContains("make a new preview and approve that", unknown);
            assertEquals(3, server.tokens().size());
        }
    }

    @Test
    void a_surprise_is_a_warning_or_stops_the_run() throws Exception {
        try (AnalyticsServer server = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            build(job, server, Result.SUCCESS, step -> step.setOlderThanDays(1000));
            for (int i = 0; i < 3; i++) {
                server.addToken(TestToken.named("new " + i).usedDaysAgo(60, clock.instant()));
            }
            FreeStyleBuild stopped = build(job, server, Result.FAILURE, step -> step.setFailOnSurprise(true));
            jenkins.assertLogContains("6 AuthTokens are listed, and the last removal run left 3", stopped);
            assertEquals("REFUSED", stopped.getAction(ReportAction.class).getOutcome());
            assertEquals(6, server.tokens().size());
            stopped.delete();
            FreeStyleBuild warned = build(job, server, Result.SUCCESS, step -> {});
            assertTrue(warned.getAction(ReportAction.class).report().warnings().stream()
                    .anyMatch(words -> words.contains("the last removal run left 3")));
            assertEquals(List.of("fresh"), Fixture.descriptions(server));
        }
    }

    @Test
    void of_a_build_with_several_removals_the_last_one_says_how_many_are_left() throws Exception {
        try (AnalyticsServer server = server()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            RemoveUnusedAuthTokensBuilder none = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
            none.setOlderThanDays(1000);
            job.getBuildersList().add(none);
            job.getBuildersList().add(new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS));
            jenkins.buildAndAssertSuccess(job);
            for (int i = 0; i < 2; i++) {
                server.addToken(TestToken.named("new " + i).usedDaysAgo(60, clock.instant()));
            }

            FreeStyleBuild stopped = build(job, server, Result.FAILURE, step -> step.setFailOnSurprise(true));

            jenkins.assertLogContains("3 AuthTokens are listed, and the last removal run left 1", stopped);
        }
    }
}
