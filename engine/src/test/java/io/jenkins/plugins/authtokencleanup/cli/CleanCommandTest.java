package io.jenkins.plugins.authtokencleanup.cli;

import static io.jenkins.plugins.authtokencleanup.cli.ThreeTokens.FRESH;
import static io.jenkins.plugins.authtokencleanup.cli.ThreeTokens.NEVER;
import static io.jenkins.plugins.authtokencleanup.cli.ThreeTokens.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanCommandTest extends CommandTest {
    @Test
    void preview_reports_and_changes_nothing() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            Shell.Result result = shell.clean(server.url(), "--preview");

            assertEquals(0, result.exitCode(), result.all());
            assertTrue(
                    result.out().contains("Listed 3, would be removed 1, kept 2, failed 0, not attempted 0"),
                    result.out());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            assertTrue(shell.report().preview());
        }
    }

    @Test
    void clean_prints_the_whole_report_as_json_for_scripts() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            Shell.Result result = shell.clean(server.url(), "--format", "json");

            assertEquals(0, result.exitCode(), result.all());
            assertEquals(Files.readString(shell.reportFile("json")), result.out());
            assertTrue(result.err().contains("Report: "), result.err());
        }
    }

    @Test
    void clean_removes_what_is_unused_and_a_second_run_nothing() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            Shell.Result result = shell.clean(server.url());

            assertEquals(0, result.exitCode(), result.all());
            assertEquals(List.of(FRESH.id(), NEVER.id()), server.tokenIds());
            assertTrue(result.out().contains("Listed 3, removed 1, kept 2, failed 0, not attempted 0"), result.out());
            assertTrue(result.out().contains("nightly export"), result.out());
            for (String ending : Shell.REPORT_ENDINGS) {
                assertTrue(result.out().contains("Report: " + shell.reportFile(ending)), result.out());
                assertTrue(Files.size(shell.reportFile(ending)) > 0);
            }
            assertEquals(1, shell.report().counts().removed());

            assertEquals(0, shell.clean(server.url()).exitCode());
            assertEquals(0, shell.report().counts().removed());
            assertEquals(List.of(FRESH.id(), NEVER.id()), server.tokenIds());
        }
    }

    @Test
    void only_an_approved_plan_is_carried_out() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            shell.clean(server.url(), "--preview");
            Path plan = Files.copy(shell.reportFile("json"), folder.resolve("plan.json"));
            TestToken later = TestToken.named("not in the plan").usedDaysAgo(99, NOW);
            server.addToken(later);

            assertEquals(
                    0,
                    shell.clean(server.url(), "--approved-plan", plan.toString())
                            .exitCode());
            assertEquals(List.of(FRESH.id(), NEVER.id(), later.id()), server.tokenIds());
        }
    }

    @Test
    void a_plan_of_another_policy_is_refused() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            shell.clean(server.url(), "--preview");
            Path plan = Files.copy(shell.reportFile("json"), folder.resolve("plan.json"));

            Shell.Result result =
                    shell.clean(server.url(), "--older-than-days", "31", "--approved-plan", plan.toString());
            assertEquals(6, result.exitCode(), result.all());
            assertEquals(RunOutcome.REFUSED, shell.report().outcome());
            assertEquals(ThreeTokens.LIST, server.tokens());
        }
    }

    @Test
    void a_report_of_a_real_run_is_no_plan() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            shell.clean(server.url());
            Path plan = Files.copy(shell.reportFile("json"), folder.resolve("plan.json"));

            Shell.Result result = shell.clean(server.url(), "--approved-plan", plan.toString());
            assertEquals(6, result.exitCode(), result.all());
            assertTrue(result.err().contains("it is not the report of a preview that ended well"), result.err());
        }
    }

    @Test
    void over_the_cap_nothing_is_removed() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            Shell.Result result = shell.clean(server.url(), "--max-removals", "0");
            assertEquals(6, result.exitCode(), result.all());
            assertEquals(ThreeTokens.LIST, server.tokens());
            assertTrue(result.out().contains("REFUSED: "), result.out());
        }
    }

    @Test
    void below_thirty_days_the_vendors_advice_is_given() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            String advice = "remove AuthTokens that have been used in the last 30 days unless you are sure";
            assertTrue(shell.clean(server.url(), "--preview", "--older-than-days", "29")
                    .err()
                    .contains(advice));
            assertFalse(shell.clean(server.url(), "--preview", "--older-than-days", "30")
                    .err()
                    .contains(advice));
        }
    }

    @Test
    void an_unwritable_report_stops_the_run_before_the_server_is_contacted() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            Shell.Result result = shell.run(
                    "clean",
                    server.url(),
                    List.of("--report", folder.resolve("no/r.json").toString()));
            assertEquals(2, result.exitCode());
            assertEquals(0, server.connections());
        }
    }

    @Test
    void a_report_that_cannot_be_written_at_the_end_is_an_error_after_the_totals() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            server.beforeKind(RequestKind.REMOVE, 0, () -> delete(gone));
            Shell.Result result = shell.run(
                    "clean",
                    server.url(),
                    List.of("--report", gone.resolve("r.json").toString()));

            assertEquals(1, result.exitCode(), result.all());
            assertTrue(result.out().contains("Listed 3, removed 1"), result.out());
            assertTrue(result.err().contains("Write a report to " + gone.resolve("r.json")), result.err());
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
