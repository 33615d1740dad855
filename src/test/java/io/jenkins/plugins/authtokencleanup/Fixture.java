package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jvnet.hudson.test.JenkinsRule;

/** A test server with an account, and credentials for it in Jenkins. */
final class Fixture {
    static final String ACCOUNT = "admin@example.com";
    static final String PASSWORD = "s3cret-Pa55";
    static final String CREDENTIALS = "analytics";

    private Fixture() {}

    /** Of ten tokens, five are stale. */
    static List<TestToken> tokens(int count) {
        Instant now = Instant.now();
        List<TestToken> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(
                    switch (i % 4) {
                        case 0, 1 -> TestToken.named("stale-" + i).usedDaysAgo(40 + i, now);
                        case 2 -> TestToken.named("fresh-" + i).usedDaysAgo(i % 25, now);
                        default -> TestToken.named("never-" + i).neverUsed();
                    });
        }
        return tokens;
    }

    static ServerSettings server(int tokens) {
        return AnalyticsServer.configure().account(ACCOUNT, PASSWORD).tokens(tokens(tokens));
    }

    static List<String> descriptions(AnalyticsServer server) {
        return server.tokens().stream().map(TestToken::description).sorted().toList();
    }

    /** What must be left: all but the stale ones. */
    static List<String> survivors(int count) {
        return tokens(count).stream()
                .map(TestToken::description)
                .filter(description -> !description.startsWith("stale"))
                .sorted()
                .toList();
    }

    /** What the report says of a build's first cleanup. */
    static CleanupReport report(Run<?, ?> build) throws IOException {
        return build.getAction(ReportAction.class).report();
    }

    static List<String> descriptions(CleanupReport report, TokenOutcome outcome) {
        return report.tokens().stream()
                .filter(token -> token.outcome() == outcome)
                .map(TokenReport::description)
                .sorted()
                .toList();
    }

    /** That the report of removed tokens is what the server really lost, and that nobody is signed in any more. */
    static void assertTruthful(int listed, AnalyticsServer server, Run<?, ?> build) throws IOException {
        CleanupReport report = report(build);
        List<String> lost = new ArrayList<>(
                tokens(listed).stream().map(TestToken::description).sorted().toList());
        lost.removeAll(descriptions(server));
        assertEquals(lost, descriptions(report, TokenOutcome.REMOVED));
        TokenCounts counts = report.counts();
        assertEquals(
                counts.listed(),
                counts.removed() + counts.kept() + counts.failed() + counts.notAttempted() + counts.wouldRemove());
        assertEquals(0, server.openSessions());
    }

    /**
     * Makes the stored report, if there is one, say that the controller's clock was the server's. A test can move the latter only, and a
     * grace period begins with the later one of them.
     */
    static void withOneClock(Run<?, ?> build) throws IOException {
        Path file = build.getRootDir().toPath().resolve("authtoken-cleanup/report-1.json");
        if (!Files.exists(file)) {
            return;
        }
        String report = Files.readString(file);
        Files.writeString(file, report.replaceFirst("(\"clockSkewSeconds\"\\s*:\\s*)-?\\d+", "$10"));
    }

    /** That the log tells the problem in words, not by a stack trace. */
    static void assertNoStackTrace(Run<?, ?> build) throws IOException {
        String log = JenkinsRule.getLog(build);
        assertFalse(log.contains("\tat "), log);
        assertFalse(log.contains("Exception"), log);
    }

    static UsernamePasswordCredentialsImpl credentials() throws Exception {
        return new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, CREDENTIALS, "the account", ACCOUNT, PASSWORD);
    }

    static void addCredentials() throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials().add(credentials());
        provider.save();
    }
}
