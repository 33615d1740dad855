package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;

/** Jobs and credentials from a file: configuration as code, with Job DSL. */
class ConfigurationAsCodeTest extends OneJenkins {
    @Test
    void jobs_that_are_made_from_a_file_clean_up() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            String yaml = Files.readString(Path.of(getClass()
                            .getResource("ConfigurationAsCodeTest/jenkins.yaml")
                            .toURI()))
                    .replace("https://analytics.example.com:8443", server.url());
            Path file = Files.writeString(jenkins.jenkins.getRootDir().toPath().resolve("casc.yaml"), yaml);
            ConfigurationAsCode.get().configure(file.toString());

            FreeStyleProject freestyle = (FreeStyleProject) jenkins.jenkins.getItem("preview-nightly");
            RemoveUnusedAuthTokensBuilder step = freestyle.getBuildersList().get(RemoveUnusedAuthTokensBuilder.class);
            assertEquals(90, step.getOlderThanDays());
            assertEquals(ConnectFrom.CONTROLLER, step.getConnectFrom());
            assertEquals("etl-*\nregex:^backup", step.getProtect());
            Door.run(Result.SUCCESS, freestyle);
            assertEquals(8, server.tokens().size());

            Door.run(Result.SUCCESS, (WorkflowJob) jenkins.jenkins.getItem("cleanup-weekly"));
            assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        }
    }
}
