package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReportReader;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServerCommandsTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final TestToken STALE = TestToken.named("nightly export").usedDaysAgo(88, NOW);
    private static final TestToken FRESH = TestToken.named("dash\u202Eboard\u001B[2J").usedDaysAgo(1, NOW);
    private static final TestToken NEVER = TestToken.named("spare").neverUsed();

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    private static String daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days)).toString().replace('T', ' ').replace("Z", " UTC");
    }

    @Test
    void list_shows_the_tokens_in_aligned_columns() throws IOException {
        try (AnalyticsServer server = three().start()) {
            Shell.Result result = shell.run("list", server.url(), List.of());

            List<String> lines = result.out().lines().toList();
            int description = lines.get(0).indexOf("DESCRIPTION");
            int accessed = lines.get(0).indexOf("LAST ACCESSED");
            assertEquals("LAST ACCESSED            AGE", lines.get(0).substring(accessed));
            assertEquals(daysAgo(88) + "  88 days", lines.get(1).substring(accessed));
            assertEquals(daysAgo(1) + "  1 day", lines.get(2).substring(accessed));
            assertEquals("never", lines.get(3).substring(accessed));
            assertTrue(lines.get(1).startsWith("nightly export  ", description), lines.get(1));
            assertTrue(lines.get(2).startsWith("dash\\u202Eboard\\u001B[2J  ", description), lines.get(2));
            assertEquals("3 AuthTokens.", lines.get(4));
            assertEquals(0, result.exitCode());
            assertEquals(3, server.tokens().size());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            assertEquals(1, server.signOuts());
        }
    }

    @Test
    void list_aligns_wide_characters_and_cuts_long_texts() throws IOException {
        String wide = "\uD83D\uDE00";
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("x".repeat(48), "x".repeat(48) + "  ");
        shown.put("y".repeat(49), "y".repeat(45) + "...  ");
        shown.put(wide.repeat(25), wide.repeat(22) + "...   ");
        shown.put("\u65E5\u672C\u8A9E", "\u65E5\u672C\u8A9E" + " ".repeat(44));
        shown.put("e\u0301", "e\u0301" + " ".repeat(49));
        shown.put("@|bold loud|@", "@|bold loud|@" + " ".repeat(37));
        List<TestToken> tokens = shown.keySet().stream()
                .map(description -> TestToken.named(description).usedDaysAgo(1, NOW))
                .toList();
        try (AnalyticsServer server =
                AnalyticsServer.configure().clock(TestClock.at(NOW)).tokens(tokens).start()) {
            List<String> lines =
                    shell.run("list", server.url(), List.of()).out().lines().toList();

            assertEquals(50, lines.get(0).indexOf("SCOPES"));
            int line = 1;
            for (String start : shown.values()) {
                String scopes = tokens.get(line - 1).scopes().get(0);
                assertTrue(lines.get(line).startsWith(start + scopes), lines.get(line));
                line++;
            }
        }
    }

    @Test
    void preview_reports_and_changes_nothing() throws IOException {
        try (AnalyticsServer server = three().start()) {
            Shell.Result result = clean(server, "--preview");

            assertEquals(0, result.exitCode(), result.all());
            assertTrue(result.out().contains("Listed 3, would be removed 1, kept 2, failed 0, not attempted 0"), result.out());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            assertTrue(report().preview());
        }
    }

    @Test
    void clean_removes_what_is_unused_and_a_second_run_nothing() throws IOException {
        try (AnalyticsServer server = three().start()) {
            Shell.Result result = clean(server);

            assertEquals(0, result.exitCode(), result.all());
            assertEquals(List.of(FRESH.id(), NEVER.id()), server.tokenIds());
            assertTrue(result.out().contains("Listed 3, removed 1, kept 2, failed 0, not attempted 0"), result.out());
            assertTrue(result.out().contains("nightly export"), result.out());
            for (String ending : List.of("json", "csv", "html")) {
                assertTrue(result.out().contains("Report: " + folder.resolve("report." + ending)), result.out());
                assertTrue(Files.size(folder.resolve("report." + ending)) > 0);
            }
            assertEquals(1, report().counts().removed());

            assertEquals(0, clean(server).exitCode());
            assertEquals(0, report().counts().removed());
            assertEquals(List.of(FRESH.id(), NEVER.id()), server.tokenIds());
        }
    }

    @Test
    void only_an_approved_plan_is_carried_out() throws IOException {
        try (AnalyticsServer server = three().start()) {
            clean(server, "--preview");
            Path plan = Files.copy(folder.resolve("report.json"), folder.resolve("plan.json"));
            TestToken later = TestToken.named("not in the plan").usedDaysAgo(99, NOW);
            server.addToken(later);

            assertEquals(0, clean(server, "--approved-plan", plan.toString()).exitCode());
            assertEquals(List.of(FRESH.id(), NEVER.id(), later.id()), server.tokenIds());
        }
    }

    @Test
    void a_plan_of_another_policy_is_refused() throws IOException {
        try (AnalyticsServer server = three().start()) {
            clean(server, "--preview");
            Path plan = Files.copy(folder.resolve("report.json"), folder.resolve("plan.json"));

            Shell.Result result = clean(server, "--older-than-days", "31", "--approved-plan", plan.toString());
            assertEquals(6, result.exitCode(), result.all());
            assertEquals(RunOutcome.REFUSED, report().outcome());
            assertEquals(3, server.tokens().size());
        }
    }

    @Test
    void a_report_of_a_real_run_is_no_plan() throws IOException {
        try (AnalyticsServer server = three().start()) {
            clean(server);
            Path plan = Files.copy(folder.resolve("report.json"), folder.resolve("plan.json"));

            Shell.Result result = clean(server, "--approved-plan", plan.toString());
            assertEquals(6, result.exitCode(), result.all());
            assertTrue(result.err().contains("it is not the report of a preview that ended well"), result.err());
        }
    }

    @Test
    void over_the_cap_nothing_is_removed() throws IOException {
        try (AnalyticsServer server = three().start()) {
            Shell.Result result = clean(server, "--max-removals", "0");
            assertEquals(6, result.exitCode(), result.all());
            assertEquals(3, server.tokens().size());
            assertTrue(result.out().contains("REFUSED: "), result.out());
        }
    }

    @Test
    void below_thirty_days_the_vendors_advice_is_given() throws IOException {
        try (AnalyticsServer server = three().start()) {
            String advice = "remove AuthTokens that have been used in the last 30 days unless you are sure";
            assertTrue(clean(server, "--preview", "--older-than-days", "29").err().contains(advice));
            assertFalse(clean(server, "--preview", "--older-than-days", "30").err().contains(advice));
        }
    }

    @Test
    void an_unwritable_report_stops_the_run_before_the_server_is_contacted() throws IOException {
        try (AnalyticsServer server = three().start()) {
            Shell.Result result =
                    shell.run("clean", server.url(), List.of("--report", folder.resolve("no/r.json").toString()));
            assertEquals(2, result.exitCode());
            assertEquals(0, server.connections());
        }
    }

    @Test
    void a_report_that_cant_be_written_at_the_end_is_an_error_after_the_totals() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (AnalyticsServer server = three().start()) {
            server.beforeKind(RequestKind.REMOVE, 0, () -> delete(gone));
            Shell.Result result =
                    shell.run("clean", server.url(), List.of("--report", gone.resolve("r.json").toString()));

            assertEquals(1, result.exitCode(), result.all());
            assertTrue(result.out().contains("Listed 3, removed 1"), result.out());
            assertTrue(result.err().contains("Write a report to " + gone.resolve("r.json")), result.err());
        }
    }

    @Test
    void each_kind_of_failure_has_its_exit_code() throws IOException {
        assertFailure(3, three().account("admin@example.com", "another one"));
        assertFailure(3, three().signIn(SignInBehaviour.CAPTCHA));
        assertFailure(3, three().signIn(SignInBehaviour.SECOND_FACTOR));
        assertFailure(3, three().signIn(SignInBehaviour.LOCKED));
        assertFailure(4, three().https(true));
        assertFailure(5, three().signIn(SignInBehaviour.UNKNOWN_PAGE));
        try (AnalyticsServer server = three().start()) {
            server.faults().always(RequestKind.PANEL, Fault.ERROR_PAGE);
            assertEquals(5, shell.run("list", server.url(), List.of()).exitCode());
        }
        try (AnalyticsServer server = three().readOnly(true).start()) {
            assertEquals(7, clean(server).exitCode());
            assertEquals(3, server.tokens().size());
        }
    }

    @Test
    void a_server_that_is_not_there_is_not_reached() throws IOException {
        String url;
        try (AnalyticsServer server = three().start()) {
            url = server.url();
        }
        for (String command : List.of("list", "clean", "doctor")) {
            assertEquals(4, shell.run(command, url, List.of()).exitCode(), command);
        }
    }

    @Test
    void a_trusted_certificate_is_enough_for_https() throws IOException {
        try (AnalyticsServer server = three().https(true).start()) {
            Path pem = Files.writeString(folder.resolve("trust.pem"), server.certificatePem());
            assertEquals(0, shell.run("list", server.url(), List.of("--trust", pem.toString())).exitCode());
        }
    }

    @Test
    void the_doctor_says_what_it_sees() throws IOException {
        try (AnalyticsServer server = three().clock(TestClock.skewedBy(Duration.ZERO)).start()) {
            Shell.Result result = shell.run("doctor", server.url(), List.of());
            assertEquals(0, result.exitCode(), result.all());
            assertTrue(result.out().lines().anyMatch(line -> line.startsWith("ok ")), result.out());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
        }
    }

    @Test
    void the_doctor_finds_the_problem_that_stops_a_cleanup() throws IOException {
        try (AnalyticsServer server = three().signIn(SignInBehaviour.CAPTCHA).start()) {
            Shell.Result result = shell.run("doctor", server.url(), List.of());
            assertEquals(3, result.exitCode(), result.all());
            assertTrue(result.out().contains("problem "), result.out());
            assertTrue(result.out().contains("-> "), result.out());
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
            seen.append(clean(server, "--preview").all());
            server.faults().on(RequestKind.REMOVE, 1, Fault.ERROR_PAGE);
            seen.append(clean(server, "--batch-size", "7").all());
            for (String ending : List.of("json", "csv", "html")) {
                seen.append(Files.readString(folder.resolve("report." + ending), StandardCharsets.UTF_8));
            }
            for (String secret : server.secrets()) {
                assertFalse(seen.indexOf(secret) >= 0, "a secret is shown");
            }
            assertFalse(server.log().stream().map(LoggedRequest::body).anyMatch(body -> body.contains("delete_all")));
        }
    }

    private static ServerSettings three() {
        return AnalyticsServer.configure().clock(TestClock.at(NOW)).tokens(STALE, FRESH, NEVER);
    }

    private void assertFailure(int exitCode, ServerSettings settings) throws IOException {
        for (String command : List.of("list", "clean", "doctor")) {
            try (AnalyticsServer server = settings.start()) {
                Shell.Result result = shell.run(command, server.url(), List.of());
                assertEquals(exitCode, result.exitCode(), command + ": " + result.all());
                assertEquals(3, server.tokens().size());
            }
        }
    }

    private Shell.Result clean(AnalyticsServer server, String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of(more));
        for (String ending : List.of("json", "csv", "html")) {
            options.addAll(List.of("--report", folder.resolve("report." + ending).toString()));
        }
        return shell.run("clean", server.url(), options);
    }

    private CleanupReport report() throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("report.json"))) {
            return new JsonReportReader().read(in);
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
