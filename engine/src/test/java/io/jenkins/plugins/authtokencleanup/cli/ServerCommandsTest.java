package io.jenkins.plugins.authtokencleanup.cli;

import static io.jenkins.plugins.authtokencleanup.cli.ThreeTokens.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every command that contacts a server. */
class ServerCommandsTest extends CommandTest {
    @Test
    void each_kind_of_failure_has_its_exit_code() throws IOException {
        assertFailure(3, ThreeTokens.server().account("admin@example.com", "another one"));
        assertFailure(3, ThreeTokens.server().signIn(SignInBehaviour.CAPTCHA));
        assertFailure(3, ThreeTokens.server().signIn(SignInBehaviour.SECOND_FACTOR));
        assertFailure(3, ThreeTokens.server().signIn(SignInBehaviour.LOCKED));
        assertFailure(4, ThreeTokens.server().https(true));
        assertFailure(5, ThreeTokens.server().signIn(SignInBehaviour.UNKNOWN_PAGE));
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            server.faults().always(RequestKind.PANEL, Fault.ERROR_PAGE);
            assertEquals(5, shell.run("list", server.url(), List.of()).exitCode());
        }
        try (AnalyticsServer server = ThreeTokens.server().readOnly(true).start()) {
            assertEquals(7, shell.clean(server.url()).exitCode());
            assertEquals(ThreeTokens.LIST, server.tokens());
        }
    }

    @Test
    void a_result_that_can_not_be_written_is_no_success() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            for (String command : List.of("list", "clean", "doctor")) {
                String[] arguments =
                        shell.arguments(command, server.url(), List.of()).toArray(String[]::new);
                ByteArrayOutputStream err = new ByteArrayOutputStream();
                assertEquals(
                        1,
                        AuthTokenCleanupCommand.execute(new PrintStream(full), new PrintStream(err), arguments),
                        command);
                assertTrue(
                        err.toString(UTF_8).contains("could not be written to standard output"), err.toString(UTF_8));
            }
        }
    }

    @Test
    void a_server_that_is_not_there_is_not_reached() throws IOException {
        String url;
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            url = server.url();
        }
        for (String command : List.of("list", "clean", "doctor")) {
            assertEquals(4, shell.run(command, url, List.of()).exitCode(), command);
        }
    }

    @Test
    void no_secret_is_in_any_output_or_file() throws IOException {
        try (AnalyticsServer server = AnalyticsServer.configure()
                .clock(TestClock.at(NOW))
                .tokens(SampleTokens.list(NOW, 60, 7))
                .start()) {
            StringBuilder seen = new StringBuilder();
            seen.append(shell.run("doctor", server.url(), List.of()).all());
            seen.append(shell.run("list", server.url(), List.of()).all());
            seen.append(shell.clean(server.url(), "--preview").all());
            server.faults().on(RequestKind.REMOVE, 1, Fault.ERROR_PAGE);
            seen.append(shell.clean(server.url(), "--batch-size", "7").all());
            for (String ending : Shell.REPORT_ENDINGS) {
                seen.append(Files.readString(shell.reportFile(ending), StandardCharsets.UTF_8));
            }
            for (String secret : server.secrets()) {
                assertFalse(seen.indexOf(secret) >= 0, "a secret is shown");
            }
            assertFalse(server.log().stream().map(LoggedRequest::body).anyMatch(body -> body.contains("delete_all")));
        }
    }

    private void assertFailure(int exitCode, ServerSettings settings) throws IOException {
        for (String command : List.of("list", "clean", "doctor")) {
            try (AnalyticsServer server = settings.start()) {
                Shell.Result result = shell.run(command, server.url(), List.of());
                assertEquals(exitCode, result.exitCode(), command + ": " + result.all());
                assertEquals(ThreeTokens.LIST, server.tokens());
            }
        }
    }
}
