package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.triggers.TimerTrigger;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javaposse.jobdsl.plugin.ExecuteDslScripts;
import org.jenkinsci.plugins.tokenmacro.TokenMacro;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Makes the jobs of the examples from what stands in their pages, and builds them. */
@WithJenkins
class JobExamplesTest {
    private JenkinsRule jenkins;

    @BeforeEach
    void setUp(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Fixture.addCredentials();
    }

    private void make(String script) throws Exception {
        FreeStyleProject seed = jenkins.createFreeStyleProject();
        ExecuteDslScripts step = new ExecuteDslScripts();
        step.setScriptText(script);
        seed.getBuildersList().add(step);
        jenkins.buildAndAssertSuccess(seed);
    }

    private FreeStyleProject freestyle(String name) {
        return jenkins.jenkins.getItemByFullName(name, FreeStyleProject.class);
    }

    private static RemoveUnusedAuthTokensBuilder step(FreeStyleProject job) {
        return job.getBuildersList().get(RemoveUnusedAuthTokensBuilder.class);
    }

    @Test
    void a_weekly_freestyle_job_removes_what_is_unused_but_no_backup() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            server.addToken(TestToken.named("backup-2").usedDaysAgo(99, Instant.now()));
            make(Example.of("freestyle-weekly").block(0, server));
            FreeStyleProject job = freestyle("authtokens-weekly");
            assertEquals("H 6 * * 1", job.getTrigger(TimerTrigger.class).getSpec());
            assertEquals("backup*", step(job).getProtect());

            FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

            assertEquals(6, build.getAction(ReportAction.class).getRemoved());
            assertEquals(Fixture.survivors(12, "backup-2"), Fixture.descriptions(server));
        }
    }

    @Test
    void job_dsl_makes_previews_and_removals_for_each_server() throws Exception {
        Example.addCredentials("analytics-test");
        try (AnalyticsServer server = Fixture.server(12).start()) {
            make(Example.of("job-dsl").block(0, server));
            for (String name : List.of("analytics", "analytics-test")) {
                FreeStyleProject preview = freestyle("authtokens-preview-" + name);
                FreeStyleBuild build = jenkins.buildAndAssertSuccess(preview);
                assertEquals(6, build.getAction(ReportAction.class).getWouldRemove());
                WorkflowJob removal = jenkins.jenkins.getItemByFullName("authtokens-" + name, WorkflowJob.class);
                ReportAction report = jenkins.buildAndAssertSuccess(removal).getAction(ReportAction.class);
                assertEquals(6, report.getInGrace());
                assertEquals(1, removal.getTriggersJobProperty().getTriggers().size());
            }
            assertEquals(12, server.tokens().size());
        }
    }

    @Test
    void configuration_as_code_makes_credentials_and_job(@TempDir Path folder) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Path file = folder.resolve("jenkins.yaml");
            Files.writeString(file, Example.of("configuration-as-code").block(0, server));
            ConfigurationAsCode.get().configure(file.toString());
            FreeStyleProject job = freestyle("authtokens-as-code");
            RemoveUnusedAuthTokensBuilder step = step(job);
            assertEquals("analytics-as-code", step.getCredentialsId());
            assertEquals(90, step.getOlderThanDays());
            assertEquals(14, step.getGraceDays());
            assertEquals(NeverUsed.KEEP, step.getNeverUsed());
            server.addToken(TestToken.named("old").usedDaysAgo(91, Instant.now()));

            FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

            assertEquals(1, build.getAction(ReportAction.class).getInGrace());
            assertEquals(13, server.tokens().size());
        }
    }

    @Test
    void later_steps_and_token_macros_know_the_counts_and_failures_are_mailed() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start();
                Postbox mail = Postbox.open()) {
            Example page = Example.of("notifications");
            make(page.block(1, server));
            FreeStyleProject job = freestyle("authtokens-notify");
            FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
            jenkins.assertLogContains("DONE: 6 of 12 removed", build);
            assertEquals(
                    "6 of 12 AuthTokens were removed\n", TokenMacro.expandAll(build, TaskListener.NULL, page.block(2)));

            server.faults().always(RequestKind.PANEL, Fault.UNKNOWN_TEXT);
            FreeStyleBuild broken = jenkins.buildAndAssertStatus(Result.FAILURE, job);
            assertTrue(mail.take().contains("To: ops@example.com"));
            jenkins.assertLogNotContains("FAILED: 0 of", broken);
        }
    }

    @Test
    void every_page_is_known_here_with_all_its_blocks() throws Exception {
        Map<String, List<String>> pages = new TreeMap<>();
        for (File file : Example.FOLDER.toFile().listFiles((folder, name) -> name.endsWith(".md"))) {
            String page = file.getName().replace(".md", "");
            pages.put(page, Example.of(page).languages());
        }
        Map<String, List<String>> run = new TreeMap<>(Map.of(
                "README", List.of(),
                "agent-network", List.of("groovy", "groovy"),
                "approval", List.of("groovy", "groovy"),
                "configuration-as-code", List.of("yaml"),
                "freestyle-weekly", List.of("groovy"),
                "grace-period", List.of("groovy"),
                "job-dsl", List.of("groovy"),
                "notifications", List.of("groovy", "groovy", "text"),
                "pipeline-weekly", List.of("groovy")));
        run.put("several-servers", List.of("groovy"));
        run.put("self-signed-certificate", List.of("groovy"));
        assertEquals(run, pages, "a page or block without a test");
        String index = Files.readString(Example.FOLDER.resolve("README.md"));
        List<String> missing = pages.keySet().stream()
                .filter(page -> !page.equals("README") && !index.contains("(" + page + ".md)"))
                .toList();
        assertEquals(List.of(), missing, "not in the list of pages");
    }
}
