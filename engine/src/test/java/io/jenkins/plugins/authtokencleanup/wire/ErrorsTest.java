package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

    /** What is in the way, and what must come of it. */
    record Obstacle(
            String name,
            LoginGeneration generation,
            UnaryOperator<ServerSettings> server,
            UnaryOperator<Cleanup> client,
            Consumer<AnalyticsServer> faults,
            int passwords,
            Problem problem,
            ExitCode exitCode,
            String words) {
        @Override
        public String toString() {
            return name + ", " + generation;
        }
    }

    static Stream<Obstacle> obstacles() {
        List<Obstacle> all = new ArrayList<>();
        for (LoginGeneration generation : LoginGeneration.values()) {
            Table table = new Table(generation, all);
            signIn(table);
            listing(table);
        }
        return all.stream();
    }

    private static void signIn(Table table) {
        boolean v2 = table.generation == LoginGeneration.V2;
        table.client("wrong password", 1, Problem.WRONG_PASSWORD, ExitCode.SIGN_IN_REFUSED, "password",
                run -> run.password("wr0ng-Pa55"));
        table.signIn(SignInBehaviour.CAPTCHA, 1, Problem.CAPTCHA_REQUIRED, "CAPTCHA");
        table.signIn(SignInBehaviour.CAPTCHA_INVALID, 1, Problem.CAPTCHA_REQUIRED, "CAPTCHA");
        table.signIn(SignInBehaviour.SECOND_FACTOR, 1, Problem.SECOND_FACTOR_REQUIRED, "second factor");
        table.signIn(SignInBehaviour.LOCKED, 1, Problem.ACCOUNT_LOCKED, "locked");
        table.signIn(SignInBehaviour.LIMIT, 1, Problem.SIGN_IN_LIMIT, "limit");
        table.signIn(SignInBehaviour.NO_SUCH_USER, v2 ? 0 : 1, v2 ? Problem.ACCOUNT_UNUSABLE : Problem.WRONG_PASSWORD,
                v2 ? "no such account" : "does not exist");
        table.server("login form to another origin", 0, Problem.FOREIGN_ADDRESS, ExitCode.NOT_REACHED,
                "points to", server -> server.signIn(SignInBehaviour.FOREIGN_FORM));
        table.server("unknown login page", 0, Problem.UNKNOWN_LOGIN_PAGE, ExitCode.NOT_RECOGNISED,
                "login form", server -> server.signIn(SignInBehaviour.UNKNOWN_PAGE));
        table.fault("error page for the login page", 0, Problem.UNKNOWN_LOGIN_PAGE, ExitCode.NOT_RECOGNISED,
                "could not be completed", RequestKind.LOGIN_PAGE, Fault.ERROR_PAGE);
        table.fault("error 500 for the login page", 0, Problem.UNKNOWN_LOGIN_PAGE, ExitCode.NOT_RECOGNISED,
                "HTTP 500", RequestKind.LOGIN_PAGE, Fault.ERROR_500);
        table.fault("redirect elsewhere before the login", 0, Problem.FOREIGN_ADDRESS, ExitCode.NOT_REACHED,
                "other.invalid", RequestKind.SHELL, Fault.REDIRECT_FOREIGN);
        table.fault("redirect to a file before the login", 0, Problem.FOREIGN_ADDRESS, ExitCode.NOT_REACHED,
                "file:", RequestKind.SHELL, Fault.REDIRECT_FILE);
        table.fault("throttled before the login", 0, Problem.THROTTLED, ExitCode.NOT_REACHED,
                "slow down", RequestKind.LOGIN_PAGE, Fault.THROTTLE_429);
        table.server("untrusted certificate", 0,
                Problem.UNTRUSTED_SERVER,
                ExitCode.NOT_REACHED, "SHA-256", server -> server.https(true), run -> run.trust(null));
    }

    private static void listing(Table table) {
        table.server("no handles", 1, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "handle",
                server -> server.handlesOnPage(false));
        table.server("no Last Accessed column", 1, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED,
                "Last Accessed", server -> server.columns(Column.TOKEN, Column.DESCRIPTION));
        table.server("no Date header", 1, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "Date header",
                server -> server.dateHeader(false));
        table.server("password wanted again", 1, Problem.PASSWORD_WANTED_AGAIN,
                ExitCode.SIGN_IN_REFUSED, "password again", server -> server.reauthenticate(true));
        table.panel(Fault.ERROR_PAGE, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "could not be completed");
        table.panel(Fault.ERROR_500, Problem.UNKNOWN_REPLY, ExitCode.NOT_RECOGNISED, "HTTP 500");
        table.panel(Fault.HALF_BODY, Problem.UNREACHABLE, ExitCode.NOT_REACHED, "broke off");
        table.panel(Fault.HALF_BODY_SILENT, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "cut off");
        table.panel(Fault.LOGIN_PAGE, Problem.SESSION_LOST, ExitCode.NOT_RECOGNISED, "login page");
        table.panel(Fault.JSON_ERROR_Z113, Problem.SESSION_LOST, ExitCode.NOT_RECOGNISED, "Z113");
        table.panel(Fault.JSON_REAUTH, Problem.PASSWORD_WANTED_AGAIN, ExitCode.SIGN_IN_REFUSED, "again");
        table.panel(Fault.THROTTLE_JSON, Problem.THROTTLED, ExitCode.NOT_REACHED, "slow down");
        table.panel(Fault.THROTTLE_429, Problem.THROTTLED, ExitCode.NOT_REACHED, "slow down");
        table.panel(Fault.THROTTLE_503, Problem.THROTTLED, ExitCode.NOT_REACHED, "slow down");
        table.panel(Fault.REDIRECT_FOREIGN, Problem.FOREIGN_ADDRESS, ExitCode.NOT_REACHED, "other.invalid");
        table.panel(Fault.RESET_BEFORE, Problem.UNREACHABLE, ExitCode.NOT_REACHED, "broke off");
        table.panel(Fault.TIMEOUT_BEFORE, Problem.TIMED_OUT, ExitCode.NOT_REACHED, "not complete");
        table.panel(Fault.EMPTY_BODY, Problem.UNKNOWN_PAGE, ExitCode.NOT_RECOGNISED, "AuthTokens page");
    }

    /** Collects the obstacles of one login generation. */
    private record Table(LoginGeneration generation, List<Obstacle> all) {
        void server(String name, int passwords, Problem type, ExitCode code, String words,
                UnaryOperator<ServerSettings> server) {
            server(name, passwords, type, code, words, server, UnaryOperator.identity());
        }

        void server(String name, int passwords, Problem type, ExitCode code, String words,
                UnaryOperator<ServerSettings> server, UnaryOperator<Cleanup> client) {
            all.add(new Obstacle(name, generation, server, client, faults -> {}, passwords, type, code, words));
        }

        void client(String name, int passwords, Problem type, ExitCode code, String words,
                UnaryOperator<Cleanup> client) {
            server(name, passwords, type, code, words, UnaryOperator.identity(), client);
        }

        void signIn(SignInBehaviour behaviour, int passwords, Problem type, String words) {
            server(behaviour.name(), passwords, type, ExitCode.SIGN_IN_REFUSED, words,
                    server -> server.signIn(behaviour));
        }

        void fault(String name, int passwords, Problem type, ExitCode code, String words,
                RequestKind kind, Fault fault) {
            all.add(new Obstacle(name, generation, UnaryOperator.identity(),
                    run -> run.timeout(Duration.ofMillis(800)),
                    server -> server.faults().always(kind, fault), passwords, type, code, words));
        }

        void panel(Fault fault, Problem type, ExitCode code, String words) {
            fault("panel " + fault, 1, type, code, words, RequestKind.PANEL, fault);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("obstacles")
    void each_obstacle_has_its_own_exception_and_exit_code_and_leaves_every_token(Obstacle obstacle) throws Exception {
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
                    CleanupException.class, () -> obstacle.client().apply(Cleanup.of(server)).list());
            assertEquals(obstacle.problem(), problem.problem(), problem.getMessage());
            assertTrue(problem.problem().advice().length() > 20, problem.problem()::advice);
        }
    }

    private AnalyticsServer start(Obstacle obstacle) {
        AnalyticsServer server = obstacle.server()
                .apply(AnalyticsServer.configure()
                        .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                        .generation(obstacle.generation())
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
    @EnumSource(LoginGeneration.class)
    void a_sign_in_that_is_throttled_is_not_sent_again(LoginGeneration generation) {
        for (Fault fault : List.of(Fault.THROTTLE_JSON, Fault.THROTTLE_429, Fault.THROTTLE_503, Fault.THROTTLE_AFTER)) {
            try (AnalyticsServer server = AnalyticsServer.configure()
                    .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                    .generation(generation)
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
