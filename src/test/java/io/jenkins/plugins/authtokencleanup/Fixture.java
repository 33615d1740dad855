package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jvnet.hudson.test.JenkinsRule;

/** A test server with an account, and credentials for it in Jenkins. */
final class Fixture {
    static final String ACCOUNT = "admin@example.com";
    static final String PASSWORD = "s3cret-Pa55";
    static final String CREDENTIALS = "analytics";

    private static final Pattern CLOCK_SKEW = Pattern.compile("(\"clockSkewSeconds\"\\s*:\\s*)-?\\d+");

    private Fixture() {}

    /** Half of them are stale, a quarter is fresh, and a quarter was never used. */
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

    /** What must be left: all but the stale ones, and others by description. */
    static List<String> survivors(int count, String... others) {
        Stream<String> fresh = tokens(count).stream()
                .map(TestToken::description)
                .filter(description -> !description.startsWith("stale"));
        return Stream.concat(fresh, Stream.of(others)).sorted().toList();
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

    /** The report names exactly the tokens that the server lost, and nobody is signed in any more. */
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
     * Sets the clock skew in the stored report to zero, if the build listed tokens. A grace period begins with the
     * later of the server's clock and the controller's, and a test can move the server's only.
     */
    static void withOneClock(Run<?, ?> build) throws IOException {
        ReportAction action = build.getAction(ReportAction.class);
        if (action == null || action.report().serverTime() == null) {
            return;
        }
        Path file = build.getRootDir().toPath().resolve("authtoken-cleanup/report-1.json");
        Matcher skew = CLOCK_SKEW.matcher(Files.readString(file));
        assertTrue(skew.find(), "The report has no clock skew");
        Files.writeString(file, skew.replaceFirst("$10"));
    }

    /** Keeps a build from storing its report: a folder is in its place. */
    static void blockReport(Run<?, ?> build) throws IOException {
        Files.createDirectories(build.getRootDir().toPath().resolve("authtoken-cleanup/report-1.json/x"));
    }

    /** Something that is done to a build. */
    interface Change {
        void apply(Run<?, ?> build) throws IOException;
    }

    /** The log explains the problem in words, without a stack trace. */
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
