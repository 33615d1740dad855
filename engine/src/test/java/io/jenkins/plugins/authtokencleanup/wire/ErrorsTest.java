package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each thing that can be in the way has an problem of its own, says what to do, and ends the command line in its own
 * way. Nothing is removed, and the password is sent once or not at all.
 */
class ErrorsTest {
    private final List<TestToken> tokens = Account.mixed(Instant.now(), 20);

    static Stream<Obstacles.Obstacle> obstacles() {
        return Sample.oneIn(3, Obstacles.all().toList()).stream();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("obstacles")
    void each_obstacle_has_its_own_exception_and_exit_code_and_leaves_every_token(Obstacles.Obstacle obstacle)
            throws Exception {
        try (AnalyticsServer server = start(obstacle)) {
            CleanupReport report = obstacle.client().apply(Cleanup.of(server)).run();
            assertAll(
                    () -> assertEquals(obstacle.exitCode(), report.exitCode(), report.message()),
                    () -> assertEquals(RunOutcome.FAILED, report.outcome()),
                    () -> assertTrue(report.message().contains(obstacle.words()), report.message()),
                    () -> assertTrue(report.tokens().isEmpty()),
                    () -> assertEquals(Account.descriptions(tokens), Account.descriptions(server.tokens())),
                    () -> assertEquals(obstacle.passwords(), server.signInAttempts(), "passwords sent"),
                    () -> assertEquals(0, server.log(RequestKind.REMOVE).size()),
                    () -> assertEquals(0, server.openSessions(), "sessions left open"));
        }
        try (AnalyticsServer server = start(obstacle)) {
            CleanupException problem = assertThrows(
                    CleanupException.class,
                    () -> obstacle.client().apply(Cleanup.of(server)).list());
            assertEquals(obstacle.problem(), problem.problem(), problem.getMessage());
            assertTrue(problem.problem().advice().length() > 20, problem.problem()::advice);
        }
    }

    private AnalyticsServer start(Obstacles.Obstacle obstacle) {
        AnalyticsServer server = obstacle.server()
                .apply(obstacle.signIn()
                        .of(AnalyticsServer.configure())
                        .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                        .accountsPage(obstacle.signIn() == SignInKind.JSON ? AccountsPage.JSON : AccountsPage.CLASSIC)
                        .tokens(tokens))
                .start();
        obstacle.faults().accept(server);
        return server;
    }

    @Test
    void an_untrusted_certificate_is_described_so_that_it_can_be_compared_and_trusted() {
        try (AnalyticsServer server =
                AnalyticsServer.configure().https(true).tokens(tokens).start()) {
            String message = Cleanup.of(server).trust(null).run().message();
            assertAll(
                    () -> assertTrue(message.contains("subject CN="), message),
                    () -> assertTrue(message.matches("(?s).*valid from \\d{4}-\\S+Z to \\d{4}-\\S+Z.*"), message),
                    () -> assertTrue(message.matches("(?s).*SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}.*"), message),
                    () -> assertTrue(message.contains("self-signed"), message),
                    () -> assertTrue(message.contains("--trust FILE"), message));
            assertEquals(0, server.log().size(), "not a single request");
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused_although_it_is_trusted() throws Exception {
        InetAddress[] other = InetAddress.getAllByName("127.0.0.2");
        try (AnalyticsServer server =
                        AnalyticsServer.configure().https(true).tokens(tokens).start();
                ServerSocket listener = new ServerSocket(0, 1, other[0])) {
            Thread relay = Relay.start(listener, server.url());
            CleanupReport report = Cleanup.of(server)
                    .url("https://127.0.0.2:" + listener.getLocalPort())
                    .run();
            assertEquals(ExitCode.NOT_REACHED, report.exitCode());
            assertTrue(report.message().contains("another host name"), report.message());
            assertTrue(report.message().contains("SHA-256"), report.message());
            assertEquals(0, server.log().size());
            relay.interrupt();
        }
    }

    @Test
    void plain_http_is_refused_for_every_host_but_this_one_unless_it_is_allowed() throws Exception {
        for (String host : List.of("analytics-server", "10.0.0.5", "127.0.0.1.example.com", "localhost.example.com")) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> ServerAddress.of("http://" + host + ":8080", false))
                    .getMessage();
            assertTrue(message.contains("unencrypted to " + host), message);
            ServerAddress.of("http://" + host + ":8080", true);
        }
        for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
            ServerAddress.of("http://" + host + ":8080", false);
        }
    }

    @ParameterizedTest
    @EnumSource(SignInKind.class)
    void a_sign_in_that_is_throttled_is_not_sent_again(SignInKind signIn) {
        for (Fault fault : List.of(Fault.THROTTLE_JSON, Fault.THROTTLE_429, Fault.THROTTLE_503, Fault.THROTTLE_AFTER)) {
            try (AnalyticsServer server = signIn.of(AnalyticsServer.configure())
                    .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                    .tokens(tokens)
                    .start()) {
                server.faults().always(RequestKind.LOGIN, fault);
                CleanupReport report = Cleanup.of(server).run();
                assertEquals(ExitCode.NOT_REACHED, report.exitCode(), report.message());
                assertTrue(report.message().contains("slow down"), report.message());
                assertEquals(1, server.log(RequestKind.LOGIN).size());
                // A session that was opened all the same is one that the client never heard of.
                assertEquals(fault == Fault.THROTTLE_AFTER ? 1 : 0, server.openSessions());
                assertEquals(Account.descriptions(tokens), Account.descriptions(server.tokens()));
            }
        }
    }

    @Test
    void a_server_that_denies_writes_ends_the_run_after_one_request() {
        try (AnalyticsServer server =
                AnalyticsServer.configure().readOnly(true).tokens(tokens).start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertAll(
                    () -> assertEquals(ExitCode.SOME_FAILED, report.exitCode(), report.message()),
                    () -> assertEquals(RunOutcome.FAILED, report.outcome()),
                    () -> assertTrue(report.message().contains("WRITE_OPERATION_NOT_ALLOWED"), report.message()),
                    () -> assertEquals(0, report.counts().removed()),
                    () -> assertEquals(1, report.counts().failed()),
                    () -> assertEquals(7, report.counts().notAttempted()),
                    () -> assertEquals(1, server.log(RequestKind.REMOVE).size()),
                    () -> assertEquals(Account.descriptions(tokens), Account.descriptions(server.tokens())),
                    () -> assertEquals(1, server.signOuts()));
        }
    }
}
