package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.StringParameterDefinition;
import hudson.model.StringParameterValue;
import hudson.model.labels.LabelAtom;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** An approval that waits in the queue survives a restart of Jenkins, with the preview's parameters. */
class ApprovalRestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void it_is_used_after_a_restart() throws Throwable {
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

    private static FreeStyleProject job(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("cleanup", FreeStyleProject.class);
    }
}
