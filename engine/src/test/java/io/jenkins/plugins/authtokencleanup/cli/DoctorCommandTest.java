package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorCommandTest extends CommandTest {
    @Test
    void the_doctor_says_what_it_sees() throws IOException {
        try (AnalyticsServer server =
                ThreeTokens.server().clock(TestClock.skewedBy(Duration.ZERO)).start()) {
            Shell.Result result = shell.run("doctor", server.url(), List.of());
            assertEquals(0, result.exitCode(), result.all());
            assertTrue(result.out().lines().anyMatch(line -> line.startsWith("ok ")), result.out());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
        }
    }

    @Test
    void the_doctor_finds_the_problem_that_stops_a_cleanup() throws IOException {
        try (AnalyticsServer server =
                ThreeTokens.server().signIn(SignInBehaviour.CAPTCHA).start()) {
            Shell.Result result = shell.run("doctor", server.url(), List.of());
            assertEquals(3, result.exitCode(), result.all());
            assertTrue(result.out().contains("problem "), result.out());
            assertTrue(result.out().contains("-> "), result.out());
        }
    }
}
