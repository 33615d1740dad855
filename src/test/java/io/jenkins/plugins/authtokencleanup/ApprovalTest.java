package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.approval.ApprovalCause;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A click approves a preview, and the build that it starts removes what was planned, and nothing else. */
class ApprovalTest extends OneJenkins {
    private static final Map<String, Object> PREVIEW = Map.of("preview", true);

    @BeforeAll
    static void secureJenkins() {
        Approving.secure(jenkins);
    }

    @ParameterizedTest
    @EnumSource
    void one_click_removes_exactly_the_plan_and_what_is_unchanged_since(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Run<?, ?> preview = Door.run(Result.SUCCESS, door.job(server.url(), PREVIEW));
            server.addToken(TestToken.named("stale, but unplanned").usedDaysAgo(99, Instant.now()));
            server.use(server.tokens().get(0).id());

            Run<?, ?> build = Approving.buildApproved(jenkins, preview);

            jenkins.assertBuildStatusSuccess(build);
            assertEquals(Fixture.survivors(8, "stale, but unplanned", "stale-0"), Fixture.descriptions(server));
            CleanupReport report = Fixture.report(build);
            assertEquals(RunOutcome.DONE, report.outcome());
            assertEquals(3, report.counts().removed());
            assertFalse(report.preview());
        }
    }

    @Test
    void log_report_and_cause_say_who_approved_what_and_when() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Run<?, ?> preview = Door.run(Result.SUCCESS, Door.FREESTYLE.job(server.url(), PREVIEW));

            Run<?, ?> build = Approving.buildApproved(jenkins, preview);

            String words = build.getCause(ApprovalCause.class).getShortDescription();
            assertTrue(
                    words.matches("alice approved the preview #1 on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"),
                    words);
            assertTrue(Fixture.report(build).message().endsWith(" " + words + "."));
            jenkins.assertLogContains(words + ". This step removes what it planned", build);
        }
    }

    @Test
    void a_second_report_of_a_build_is_approved_by_its_number() throws Exception {
        try (AnalyticsServer one = Fixture.server(8).start();
                AnalyticsServer two = Fixture.server(12).start()) {
            Job<?, ?> job = Door.pipeline(step(one, "preview: true") + step(two, "preview: true"));
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);

            Approving.send(
                    jenkins,
                    Approving.ALICE,
                    preview.getActions(ReportAction.class).get(1));
            jenkins.waitUntilNoActivity();

            jenkins.assertBuildStatusSuccess(job.getLastBuild());
            assertEquals(8, one.tokens().size());
            assertEquals(Fixture.survivors(12), Fixture.descriptions(two));
            assertTrue(job.getLastBuild().getActions(ReportAction.class).get(0).isPreview());
        }
    }

    @Test
    void steps_of_other_servers_remove_nothing_though_they_usually_would() throws Exception {
        try (AnalyticsServer one = Fixture.server(8).start();
                AnalyticsServer two = Fixture.server(8).start()) {
            FreeStyleProject job = (FreeStyleProject) Door.FREESTYLE.job(one.url(), PREVIEW);
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);
            job.getBuildersList()
                    .replaceBy(List.of(
                            new RemoveUnusedAuthTokensBuilder(two.url(), Fixture.CREDENTIALS),
                            job.getBuildersList().get(0),
                            new RemoveUnusedAuthTokensBuilder(one.url(), Fixture.CREDENTIALS)));
            one.addToken(TestToken.named("unplanned").usedDaysAgo(99, Instant.now()));

            Run<?, ?> build = Approving.buildApproved(jenkins, preview);

            jenkins.assertBuildStatusSuccess(build);
            assertEquals(Fixture.survivors(8, "unplanned"), Fixture.descriptions(one));
            assertEquals(8, two.tokens().size());
            assertEquals(List.of(), two.log(RequestKind.REMOVE));
            jenkins.assertLogContains(
                    "it was made for another server: " + one.url() + " then, " + two.url() + " now", build);
            jenkins.assertLogContains("that it does not use: an earlier step used it", build);
        }
    }

    @Test
    void a_loop_and_a_retry_remove_once() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            WorkflowJob job = Door.pipeline("for (int i = 0; i < 2; i++) {" + step(server, "preview: true") + "}");
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);
            job.setDefinition(new CpsFlowDefinition(
                    "int i = 0; retry(2) {" + step(server) + "; if (i++ == 0) { error 'again' } }", true));
            server.beforeKind(
                    RequestKind.REMOVE,
                    1,
                    () -> server.addToken(TestToken.named("late").usedDaysAgo(99, Instant.now())));

            Run<?, ?> build = Approving.buildApproved(jenkins, preview);

            jenkins.assertBuildStatusSuccess(build);
            assertEquals(Fixture.survivors(8, "late"), Fixture.descriptions(server));
            assertEquals(
                    List.of(false, true),
                    build.getActions(ReportAction.class).stream()
                            .map(ReportAction::isPreview)
                            .toList());
        }
    }

    /** Its second step would take an approved plan: the removal leaves it nothing to ask for. */
    @Test
    void the_example_with_an_input_step_removes_without_asking_again() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            WorkflowJob job = Door.pipeline(Example.of("approval").block(0, server));
            Run<?, ?> preview = Door.begin(job);
            jenkins.waitForMessage("Remove 6 of 12 AuthTokens?", preview);

            Approving.approve(jenkins, preview);
            Run<?, ?> build = jenkins.waitForCompletion(second(job));

            jenkins.assertBuildStatusSuccess(build);
            assertEquals(Fixture.survivors(12), Fixture.descriptions(server));
            preview.getExecutor().interrupt();
            jenkins.waitForCompletion(preview);
        }
    }

    private static Run<?, ?> second(WorkflowJob job) throws InterruptedException {
        while (job.getBuildByNumber(2) == null) {
            Thread.sleep(50);
        }
        return job.getBuildByNumber(2);
    }

    static Stream<String> otherSteps() {
        return Stream.of("preview: true, olderThanDays: 35", "protect: 'x*'", "approvedPlan: 'UNKNOWN', keepNewest: 1");
    }

    @ParameterizedTest
    @MethodSource("otherSteps")
    void a_pipeline_whose_policy_changed_fails_and_names_the_change(String settings) throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            WorkflowJob job = Door.pipeline(step(server, "preview: true"));
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);
            job.setDefinition(new CpsFlowDefinition(step(server, settings), true));

            Run<?, ?> build = Approving.buildApproved(jenkins, preview);

            assertRefused(
                    build,
                    server,
                    "No step used the approval of the preview #1: " + Fixture.ACCOUNT + " on " + server.url()
                            + ": it was made for another ");
        }
    }

    @Test
    void a_freestyle_build_whose_step_changed_fails_and_names_the_change() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            FreeStyleProject job = (FreeStyleProject) Door.FREESTYLE.job(server.url(), PREVIEW);
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);
            RemoveUnusedAuthTokensBuilder other = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
            other.setOlderThanDays(35);
            job.getBuildersList().replace(other);

            assertRefused(
                    Approving.buildApproved(jenkins, preview),
                    server,
                    "it was made for another number of days: 30 then, 35 now. Nothing was removed");

            job.getBuildersList().clear();
            assertRefused(Approving.buildApproved(jenkins, preview), server, "no step of this plugin ran");
        }
    }

    private static void assertRefused(Run<?, ?> build, AnalyticsServer server, String why) throws Exception {
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains(why, build);
        Fixture.assertNoStackTrace(build);
        assertEquals(List.of(), server.log(RequestKind.REMOVE));
    }

    @Test
    void a_preview_whose_report_is_gone_cannot_be_approved() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Run<?, ?> preview = Door.run(Result.SUCCESS, Door.FREESTYLE.job(server.url(), PREVIEW));
            Path folder = preview.getRootDir().toPath().resolve("authtoken-cleanup");
            Files.delete(folder.resolve("report-1.json"));

            String answer = Approving.send(jenkins, Approving.ALICE, preview.getAction(ReportAction.class))
                    .getContentAsString();

            assertTrue(answer.matches("(?s).*is gone or can.{1,6}t be read: make a new preview.*"), answer);
            assertFalse(Files.exists(folder.resolve("approval-1.xml")));
            jenkins.waitUntilNoActivity();
            assertEquals(1, preview.getParent().getLastBuild().getNumber());
        }
    }

    /** As after a restore of a backup. */
    @Test
    void a_preview_whose_report_is_another_one_now_cannot_be_approved() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Job<?, ?> job = Door.FREESTYLE.job(server.url(), PREVIEW);
            Run<?, ?> preview = Door.run(Result.SUCCESS, job);
            server.addToken(TestToken.named("late").usedDaysAgo(99, Instant.now()));
            Run<?, ?> later = Door.run(Result.SUCCESS, job);
            String report = "authtoken-cleanup/report-1.json";
            Files.copy(
                    later.getRootDir().toPath().resolve(report),
                    preview.getRootDir().toPath().resolve(report),
                    StandardCopyOption.REPLACE_EXISTING);

            String answer = Approving.send(jenkins, Approving.ALICE, preview.getAction(ReportAction.class))
                    .getContentAsString();

            assertTrue(answer.contains("is not the one that the build stored"), answer);
            jenkins.waitUntilNoActivity();
            assertEquals(2, job.getLastBuild().getNumber());
        }
    }

    @Test
    void a_removal_that_the_server_breaks_off_is_used_up_all_the_same() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            Run<?, ?> preview = Door.run(Result.SUCCESS, Door.FREESTYLE.job(server.url(), PREVIEW));
            Path approval = preview.getRootDir().toPath().resolve("authtoken-cleanup/approval-1.xml");
            String[] stored = new String[1];
            server.beforeKind(RequestKind.REMOVE, 0, () -> stored[0] = read(approval));
            server.faults().always(RequestKind.REMOVE, Fault.ERROR_PAGE);

            Run<?, ?> build = Approving.buildApproved(jenkins, preview);

            jenkins.assertBuildStatus(Result.FAILURE, build);
            assertEquals(8, server.tokens().size());
            assertNotNull(stored[0]);
            assertTrue(stored[0].contains("<build>2</build>\n  <used>true</used>"), stored[0]);
            String again = Approving.send(jenkins, Approving.ALICE, preview.getAction(ReportAction.class))
                    .getContentAsString();
            assertTrue(again.contains("This preview is approved already: by alice"), again);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String step(AnalyticsServer server, String... settings) {
        return "removeUnusedAuthTokens(serverUrl: '" + server.url() + "', credentialsId: 'analytics'"
                + Stream.of(settings).map(more -> ", " + more).reduce("", String::concat) + ")\n";
    }
}
