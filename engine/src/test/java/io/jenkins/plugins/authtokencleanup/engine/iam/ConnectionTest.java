package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final List<String> steps = new ArrayList<>();
    private final CleanupListener listener = new CleanupListener() {
        @Override
        public void step(String step) {
            steps.add(step);
        }
    };

    private static AnalyticsConnection to(AnalyticsServer server) throws Exception {
        return new AnalyticsConnection(
                ConnectionSettings.of(ServerAddress.of(server.url(), false), ServedPages.ACCOUNT),
                ServedPages.PASSWORD,
                HttpClient.newBuilder());
    }

    @Test
    void it_signs_in_once_and_out_once_and_says_so() throws Exception {
        try (AnalyticsServer server = AnalyticsServer.configure()
                .account(ServedPages.ACCOUNT, ServedPages.PASSWORD)
                .tokens(TestToken.named("a"))
                .start()) {
            AnalyticsConnection connection = to(server);
            assertEquals(
                    1,
                    connection
                            .open(listener)
                            .list(Duration.ofSeconds(20))
                            .tokens()
                            .size());
            assertThrows(IllegalStateException.class, () -> connection.open(listener));
            assertEquals(1, server.openSessions());
            assertTrue(connection.close());
            assertFalse(connection.close());
            assertEquals(List.of("Connecting to " + server.url(), "Signing in as admin@example.com"), steps);
            assertEquals(List.of(1, 1, 0), List.of(server.signInAttempts(), server.signOuts(), server.openSessions()));
        }
    }

    @Test
    void closed_before_it_is_open_it_sends_nothing() throws Exception {
        try (AnalyticsServer server = AnalyticsServer.configure().start()) {
            to(server).close();
            assertEquals(0, server.log().size());
        }
    }
}
