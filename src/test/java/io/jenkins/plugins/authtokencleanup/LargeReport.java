package io.jenkins.plugins.authtokencleanup;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jvnet.hudson.test.JenkinsRule;

/** A build with the report of a large account, after another one: its page reads both, for what changed. */
final class LargeReport {
    static final int TOKENS = 10_000;

    /** What a reader asks for: the page as it opens, a search, an order, another page. */
    static final List<String> LOOKS = List.of("", "?search=grafana", "?sort=OLDEST", "?page=2");

    private LargeReport() {}

    static FreeStyleBuild build(JenkinsRule jenkins) throws Exception {
        try (AnalyticsServer server = AnalyticsServer.configure()
                .account(Fixture.ACCOUNT, Fixture.PASSWORD)
                .tokens(SampleTokens.list(Instant.now(), TOKENS, 7))
                .start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            RemoveUnusedAuthTokensBuilder step = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
            step.setPreview(true);
            job.getBuildersList().add(step);
            jenkins.buildAndAssertSuccess(job);
            return jenkins.buildAndAssertSuccess(job);
        }
    }

    static String address(FreeStyleBuild build) {
        return build.getUrl() + "authtokens/";
    }

    static Path file(FreeStyleBuild build) {
        return build.getRootDir().toPath().resolve("authtoken-cleanup/report-1.json");
    }
}
