package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.User;
import hudson.model.labels.LabelAtom;
import hudson.triggers.TimerTrigger;
import io.jenkins.plugins.authtokencleanup.approval.ApprovalCause;
import io.jenkins.plugins.authtokencleanup.approval.ApprovedRemoval;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** What may happen to an approval while its build waits in the queue. */
class ApprovalQueueTest extends OneJenkins {
    private AnalyticsServer server;
    private FreeStyleProject job;
    private Run<?, ?> preview;

    @BeforeEach
    void previewAndHoldTheQueue() throws Exception {
        Approving.secure(jenkins);
        server = Fixture.server(8).start();
        job = (FreeStyleProject) Door.FREESTYLE.job(server.url(), Map.of("preview", true));
        preview = Door.run(Result.SUCCESS, job);
        job.setAssignedLabel(new LabelAtom("nowhere"));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private void letGo() throws Exception {
        job.setAssignedNode(jenkins.jenkins);
        jenkins.jenkins.getQueue().scheduleMaintenance().get();
        jenkins.waitUntilNoActivity();
    }

    private List<Queue.Item> queued() {
        return jenkins.jenkins.getQueue().getItems(job);
    }

    private FreeStyleBuild approved() {
        return job.getBuilds().stream()
                .filter(build -> build.getCause(ApprovalCause.class) != null)
                .findFirst()
                .orElseThrow();
    }

    private void assertOnlyThePlanIsGone(String... others) {
        assertEquals(Fixture.survivors(8, others), Fixture.descriptions(server));
    }

    private String answer() throws Exception {
        return Approving.send(jenkins, Approving.ALICE, preview.getAction(ReportAction.class))
                .getContentAsString();
    }

    @Test
    void a_second_tab_starts_no_second_build() throws Exception {
        Approving.approve(jenkins, preview);

        assertTrue(answer().contains("This preview is approved already: by alice"));

        assertEquals(1, queued().size());
        letGo();
        assertEquals(2, job.getLastBuild().getNumber());
        assertOnlyThePlanIsGone();
        assertTrue(answer().contains("This preview is approved already: by alice"));
    }

    @Test
    void it_is_not_folded_into_a_timers_build_nor_a_timers_build_into_it() throws Exception {
        job.scheduleBuild(new TimerTrigger.TimerTriggerCause());
        Approving.approve(jenkins, preview);
        job.scheduleBuild(new TimerTrigger.TimerTriggerCause());

        assertEquals(2, queued().size());
        letGo();

        assertEquals(3, job.getLastBuild().getNumber());
        assertOnlyThePlanIsGone();
        for (FreeStyleBuild build : job.getBuilds()) {
            jenkins.assertBuildStatusSuccess(build);
            boolean removal = build.getCause(ApprovalCause.class) != null;
            assertEquals(!removal, build.getAction(ReportAction.class).isPreview(), build.toString());
        }
    }

    @Test
    void cancelled_it_is_given_back() throws Exception {
        Approving.approve(jenkins, preview);
        jenkins.jenkins.getQueue().cancel(queued().get(0));
        assertEquals(List.of(), queued());

        Approving.approve(jenkins, preview);
        letGo();

        jenkins.assertBuildStatusSuccess(approved());
        assertOnlyThePlanIsGone();
    }

    @Test
    void a_copied_action_is_worth_nothing_before_and_after_it_is_used() throws Exception {
        Approving.approve(jenkins, preview);
        ApprovedRemoval action = queued().get(0).getAction(ApprovedRemoval.class);
        RemoveUnusedAuthTokensBuilder removal = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
        job.getBuildersList().replace(removal);
        assertNotNull(job.scheduleBuild2(0, action));
        assertEquals(2, queued().size());
        server.addToken(TestToken.named("late").usedDaysAgo(99, Instant.now()));

        letGo();
        FreeStyleBuild again = job.scheduleBuild2(0, approved().getAction(ApprovedRemoval.class))
                .get();

        jenkins.assertBuildStatusSuccess(approved());
        assertOnlyThePlanIsGone("late");
        assertEquals(4, again.getNumber());
        for (FreeStyleBuild build : job.getBuilds()) {
            if (build.getNumber() > 1 && build != approved()) {
                jenkins.assertBuildStatus(Result.FAILURE, build);
                jenkins.assertLogContains("it was not given for this build. Nothing is removed", build);
                Fixture.assertNoStackTrace(build);
            }
        }
    }

    @Test
    void a_copied_action_is_worth_nothing_though_its_build_is_the_only_one() throws Exception {
        Approving.approve(jenkins, preview);
        Queue.Item approved = queued().get(0);
        assertNotNull(job.scheduleBuild2(0, approved.getAction(ApprovedRemoval.class)));
        assertTrue(jenkins.jenkins.getQueue().cancel(approved));
        letGo();

        assertRefused("it was not given for this build");
    }

    @Test
    void a_renamed_job_keeps_it() throws Exception {
        Approving.approve(jenkins, preview);
        job.renameTo("renamed-" + job.getName());
        letGo();

        jenkins.assertBuildStatusSuccess(approved());
        assertOnlyThePlanIsGone();
    }

    @Test
    void without_the_previews_build_nothing_is_removed() throws Exception {
        Approving.approve(jenkins, preview);
        preview.delete();
        letGo();

        assertRefused("the build of the preview is deleted");
    }

    @Test
    void who_lost_the_permission_meanwhile_removes_nothing() throws Exception {
        for (MockAuthorizationStrategy less : List.of(
                new MockAuthorizationStrategy()
                        .grant(Jenkins.READ, Item.READ, Item.BUILD)
                        .everywhere()
                        .to(Approving.ALICE),
                new MockAuthorizationStrategy()
                        .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                        .everywhere()
                        .to(Approving.ALICE))) {
            Approving.secure(jenkins);
            job.setAssignedLabel(new LabelAtom("nowhere"));
            Approving.approve(jenkins, preview);
            jenkins.jenkins.setAuthorizationStrategy(less);
            letGo();

            assertRefused("alice may not build and configure this job any more");
        }
    }

    @Test
    void whose_account_is_deleted_meanwhile_removes_nothing() throws Exception {
        Approving.approve(jenkins, preview);
        User.getById(Approving.ALICE, false).delete();
        letGo();

        assertRefused("alice may not build and configure this job any more");
    }

    private void assertRefused(String why) throws Exception {
        FreeStyleBuild build = job.getLastBuild();
        jenkins.assertBuildStatus(Result.FAILURE, build);
        jenkins.assertLogContains("This build carries an approval of the preview #1 that can't be used: " + why, build);
        jenkins.assertLogContains("No step used the approval of the preview #1: " + why, build);
        Fixture.assertNoStackTrace(build);
        assertEquals(8, server.tokens().size());
        assertEquals(List.of(), server.log(RequestKind.REMOVE));
    }
}
