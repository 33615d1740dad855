package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    static void addCredentials() throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, CREDENTIALS, "the account", ACCOUNT, PASSWORD));
        provider.save();
    }
}
