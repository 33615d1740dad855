package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.approval.ApprovalCause;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.pipeline.modeldefinition.actions.RestartDeclarativePipelineAction;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayAction;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jenkins' ways to repeat a build don't repeat its approval. */
class ApprovalRepeatTest extends OneJenkins {
    private AnalyticsServer server;
    private WorkflowJob job;
    private int removals;

    @BeforeAll
    static void secureJenkins() {
        Approving.secure(jenkins);
    }

    @BeforeEach
    void removeWithAnApproval() throws Exception {
        server = Fixture.server(8).start();
        job = Door.pipeline("pipeline { agent none\n stages {\n stage('First') { steps { echo 'first' } }\n"
                + "stage('Clean up') { steps { " + call() + " } } } }");
        Run<?, ?> build = Approving.buildApproved(jenkins, Door.run(Result.SUCCESS, job));
        jenkins.assertBuildStatusSuccess(build);
        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        removals = server.log(RequestKind.REMOVE).size();
        server.addToken(TestToken.named("stale-0").usedDaysAgo(40, Instant.now()));
        server.addToken(TestToken.named("late").usedDaysAgo(99, Instant.now()));
    }

    private String call() {
        return Door.call(Map.of("serverUrl", server.url(), "credentialsId", Fixture.CREDENTIALS, "preview", true));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private void assertIsOnlyAPreview() throws Exception {
        jenkins.waitUntilNoActivity();
        Run<?, ?> build = job.getLastBuild();
        assertEquals(3, build.getNumber());
        assertNull(build.getCause(ApprovalCause.class));
        jenkins.assertBuildStatusSuccess(build);
        assertTrue(build.getAction(ReportAction.class).isPreview());
        assertEquals(Fixture.survivors(8, "late", "stale-0"), Fixture.descriptions(server));
        assertEquals(removals, server.log(RequestKind.REMOVE).size());
    }

    @Test
    void a_replay_is_only_a_preview() throws Exception {
        ReplayAction replay = job.getLastBuild().getAction(ReplayAction.class);
        assertNotNull(replay.run(replay.getOriginalScript(), replay.getOriginalLoadedScripts()));
        assertIsOnlyAPreview();
    }

    @Test
    void a_restart_from_a_stage_is_only_a_preview() throws Exception {
        RestartDeclarativePipelineAction restart = job.getLastBuild().getAction(RestartDeclarativePipelineAction.class);
        assertEquals(List.of("First", "Clean up"), restart.getRestartableStages());
        assertNotNull(restart.run("Clean up"));
        assertIsOnlyAPreview();
    }
}
