package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Where no server answers in HTTP at all, the message says what is wrong with the address. */
class UnreachableServerTest {

    @Test
    void a_server_where_nothing_listens_is_not_reached() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (AnalyticsServer server = AnalyticsServer.configure().start()) {
            CleanupReport report =
                    Cleanup.of(server).url("http://127.0.0.1:" + port).run();
            assertEquals(ExitCode.NOT_REACHED, report.exitCode());
            assertTrue(report.message().contains("nothing accepts connections"), report.message());
        }
    }

    @Test
    void a_host_that_nobody_knows_is_not_reached() {
        try (AnalyticsServer server = AnalyticsServer.configure().start()) {
            CleanupReport report =
                    Cleanup.of(server).url("https://analytics.invalid:8443").run();
            assertEquals(ExitCode.NOT_REACHED, report.exitCode());
            assertTrue(report.message().contains("name is not known"), report.message());
        }
    }

    @Test
    void plain_http_spoken_to_an_https_port_says_so() {
        try (AnalyticsServer server = AnalyticsServer.configure().start()) {
            CleanupReport report = Cleanup.of(server)
                    .url(server.url().replace("http://", "https://"))
                    .run();
            assertEquals(ExitCode.NOT_REACHED, report.exitCode());
            assertTrue(report.message().contains("does the server speak https"), report.message());
        }
    }
}
