package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands against servers with the JSON page, and what they say of the recording of use. */
class JsonPageCommandsTest extends CommandTest {
    private static ServerSettings server() {
        return ThreeTokens.server().accountsPage(AccountsPage.JSON);
    }

    private static ServerSettings unrecorded() {
        return server().jsonPage(page -> page.recordingOff());
    }

    @Test
    void the_unused_token_goes_and_a_second_run_removes_nothing() throws IOException {
        try (AnalyticsServer server = server().start()) {
            assertTrue(shell.run("list", server.url(), List.of()).out().contains("nightly export"));
            assertEquals(0, shell.clean(server.url()).exitCode());
            assertEquals(List.of(ThreeTokens.FRESH, ThreeTokens.NEVER), server.tokens());
            assertEquals("json", shell.report().page());
            assertEquals(0, shell.clean(server.url()).exitCode());
            assertEquals(0, shell.report().counts().removed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "judge"})
    void where_use_may_not_be_recorded_nothing_goes_and_it_says_how_to_find_out(String neverUsed) throws IOException {
        try (AnalyticsServer server = unrecorded().start()) {
            Shell.Result result = shell.clean(server.url(), "--never-used", neverUsed);
            assertEquals(0, result.exitCode(), result.all());
            assertEquals(ThreeTokens.LIST, server.tokens());
            assertTrue(shell.report().tokens().stream().allMatch(token -> token.reason() == Reason.USE_NOT_RECORDED));
            assertTrue(result.err().contains("look half an hour later whether its last access shows it"), result.err());
        }
    }

    @Test
    void a_preview_shows_what_an_approved_plan_may_remove_there() throws IOException {
        try (AnalyticsServer server = unrecorded().start()) {
            Shell.Result preview = shell.clean(server.url(), "--never-used", "judge", "--preview");
            assertEquals(0, preview.exitCode(), preview.all());
            assertEquals(3, shell.report().counts().wouldRemove());
            assertTrue(preview.err().contains("are removed by an approved plan only"), preview.err());
            Path plan = Files.copy(shell.reportFile("json"), folder.resolve("plan.json"));
            Shell.Result approved =
                    shell.clean(server.url(), "--never-used", "judge", "--approved-plan", plan.toString());
            assertEquals(0, approved.exitCode(), approved.all());
            assertEquals(List.of(), server.tokens());
        }
    }

    @Test
    void recording_that_may_have_been_switched_off_is_the_first_warning() throws IOException {
        try (AnalyticsServer server =
                server().tokens(ThreeTokens.STALE, ThreeTokens.NEVER).start()) {
            Shell.Result result = shell.clean(server.url(), "--preview", "--time-zone", "Asia/Tokyo");
            assertEquals(0, result.exitCode(), result.all());
            List<String> warnings = shell.report().warnings();
            assertTrue(warnings.get(0).contains("recording may have been switched off"), warnings::toString);
            assertTrue(warnings.get(1).contains("rule out the time zone Asia/Tokyo"), warnings::toString);
            assertTrue(result.err().contains(warnings.get(0)), result.err());
        }
    }

    @Test
    void the_doctor_says_which_page_it_is_how_times_are_read_and_what_is_recorded() throws IOException {
        try (AnalyticsServer server = server().start()) {
            String out = shell.run("doctor", server.url(), List.of()).out();
            for (String words : List.of(
                    "the JSON page that servers have had since 2021",
                    "as servers have had since 2021: first the name",
                    "1 never used",
                    "proven by 3 creation times",
                    "the newest use that the server has recorded is of ")) {
                assertTrue(out.contains(words), out);
            }
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
        }
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            String out = shell.run("doctor", server.url(), List.of()).out();
            assertTrue(out.contains("the classic page, a table"), out);
            assertFalse(out.contains("Recording"), out);
        }
    }
}
