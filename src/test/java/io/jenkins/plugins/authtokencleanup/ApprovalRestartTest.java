package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import hudson.model.labels.LabelAtom;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** An approval survives a restart of Jenkins. */
@Timeout(300)
class ApprovalRestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void in_the_queue_it_survives_with_the_previews_parameters() throws Throwable {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            sessions.then(jenkins -> {
                Fixture.addCredentials();
                Approving.secure(jenkins);
                FreeStyleProject job = jenkins.createFreeStyleProject("cleanup");
                job.addProperty(new ParametersDefinitionProperty(
                        new StringParameterDefinition("SERVER", "https://other.example.com")));
                RemoveUnusedAuthTokensBuilder step =
                        new RemoveUnusedAuthTokensBuilder("${SERVER}", Fixture.CREDENTIALS);
                step.setPreview(true);
                job.getBuildersList().add(step);
                ParametersAction parameters = new ParametersAction(new StringParameterValue("SERVER", server.url()));
                FreeStyleBuild preview = jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0, parameters));
                job.setAssignedLabel(new LabelAtom("nowhere"));
                Approving.approve(jenkins, preview);
                server.addToken(TestToken.named("late").usedDaysAgo(99, Instant.now()));
            });
            sessions.then(jenkins -> {
                FreeStyleProject job = job(jenkins);
                assertEquals(1, jenkins.jenkins.getQueue().getItems(job).size());
                job.setAssignedNode(jenkins.jenkins);
                jenkins.waitUntilNoActivity();
                FreeStyleBuild build = jenkins.assertBuildStatusSuccess(job.getLastBuild());
                assertEquals(2, build.getNumber());
                assertEquals(Fixture.survivors(8, "late"), Fixture.descriptions(server));
            });
        }
    }

    /** A pipeline that goes on after a restart has another queue item than it began with. */
    @Test
    void a_pipeline_that_goes_on_after_a_restart_uses_it() throws Throwable {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            String step =
                    Door.call(Map.of("serverUrl", server.url(), "credentialsId", Fixture.CREDENTIALS, "preview", true));
            sessions.then(jenkins -> {
                Fixture.addCredentials();
                Approving.secure(jenkins);
                WorkflowJob job = jenkins.createProject(WorkflowJob.class, "cleanup");
                job.setDefinition(
                        new CpsFlowDefinition("if (currentBuild.number > 1) { input 'Go on?' }\n" + step, true));
                Approving.approve(jenkins, jenkins.buildAndAssertSuccess(job));
                while (job.getLastBuild().getNumber() == 1) {
                    Thread.sleep(50);
                }
                jenkins.waitForMessage("Go on?", job.getLastBuild());
                String again = Approving.send(
                                jenkins,
                                Approving.ALICE,
                                job.getBuildByNumber(1).getAction(ReportAction.class))
                        .getContentAsString();
                assertTrue(again.contains("This preview is approved already: by alice"), again);
            });
            sessions.then(jenkins -> {
                WorkflowRun build = jenkins.jenkins
                        .getItemByFullName("cleanup", WorkflowJob.class)
                        .getBuildByNumber(2);
                while (build.getAction(InputAction.class).getExecutions().isEmpty()) {
                    Thread.sleep(50);
                }
                build.getAction(InputAction.class).getExecutions().get(0).proceed(null);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
                assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
            });
        }
    }

    private static FreeStyleProject job(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("cleanup", FreeStyleProject.class);
    }
}
