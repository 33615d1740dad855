package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FreestyleTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Fixture.addCredentials();
    }

    @ParameterizedTest
    @EnumSource(ConnectFrom.class)
    void exactlyTheUnusedTokensAreRemoved(ConnectFrom from) throws Exception {
        try (AnalyticsServer server = Fixture.server(60).start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            job.setAssignedNode(from == ConnectFrom.AGENT ? jenkins.createOnlineSlave() : jenkins.jenkins);
            RemoveUnusedAuthTokensBuilder step =
                    new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
            step.setConnectFrom(from);
            step.setBatchSize(10);
            job.getBuildersList().add(step);

            FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

            assertEquals(Fixture.survivors(60), Fixture.descriptions(server));
            ReportAction action = build.getAction(ReportAction.class);
            assertEquals(30, action.getRemoved());
            assertEquals(60, action.report().tokens().size());
            jenkins.assertLogContains("Batch 3: removed 30 of 30", build);
        }
    }

    @Test
    void overTheCapNothingIsRemovedAndTheBuildFails() throws Exception {
        try (AnalyticsServer server = Fixture.server(60).start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            RemoveUnusedAuthTokensBuilder step =
                    new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
            step.setMaxRemovals(29);
            job.getBuildersList().add(step);

            FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

            assertEquals(60, server.tokens().size());
            assertEquals("REFUSED", build.getAction(ReportAction.class).getOutcome());
        }
    }
}
