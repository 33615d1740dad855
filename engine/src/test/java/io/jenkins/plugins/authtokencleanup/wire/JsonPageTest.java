package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.ListShape;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers whose accounts page is the JSON one of 2021 and later (contract, sections 8 to 10). */
class JsonPageTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");

    private static ServerSettings server(int stale, int fresh) {
        List<TestToken> tokens = new ArrayList<>();
        for (int i = 0; i < Math.max(stale, fresh); i++) {
            if (i < stale) {
                tokens.add(TestToken.named("stale-" + i).usedDaysAgo(40 + i, NOW));
            }
            if (i < fresh) {
                tokens.add(TestToken.named("fresh-" + i).usedDaysAgo(i % 29, NOW));
            }
        }
        return AnalyticsServer.configure()
                .accountsPage(AccountsPage.JSON)
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .clock(TestClock.at(NOW))
                .tokens(tokens);
    }

    private static List<String> survivors(int fresh) {
        return java.util.stream.IntStream.range(0, fresh)
                .mapToObj(i -> "fresh-" + i)
                .sorted()
                .toList();
    }

    private static List<String> left(AnalyticsServer server) {
        return server.tokens().stream().map(TestToken::description).sorted().toList();
    }

    @Test
    void unused_tokens_are_removed_and_the_others_stay() {
        try (AnalyticsServer server = server(45, 12).start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(45, report.counts().removed());
            assertEquals(survivors(12), left(server));
            assertEquals("json", report.page());
            assertEquals(1 + 3, server.log(RequestKind.REMOVE).size(), "one, then twenty a request");
            assertEquals(1, server.signInAttempts());
            assertEquals(0, server.openSessions());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MMM d, yyyy HH:mm:ss",
                "MMM d, yyyy HH:mm:ss a",
                "dd/MM/yyyy hh:mm a",
                "yyyy-MM-dd",
                "EEEE, d. MMMM yyyy HH:mm"
            })
    void times_are_read_as_the_account_writes_them(String pattern) {
        for (String language : List.of("en", "de", "fr", "ja")) {
            try (AnalyticsServer server = server(5, 5)
                    .jsonPage(page -> page.datePattern(pattern).language(language))
                    .start()) {
                CleanupReport report = Cleanup.of(server).run();
                assertEquals(RunOutcome.DONE, report.outcome(), report.message());
                assertEquals(survivors(5), left(server), pattern + " " + language + report.warnings());
            }
        }
    }

    @Test
    void times_that_nothing_proves_keep_every_token() {
        try (AnalyticsServer server =
                server(5, 5).jsonPage(page -> page.datePattern("MMM d HH:mm")).start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(0, report.counts().removed());
            assertEquals(10, server.tokens().size());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ListShape.class,
            names = {"EXCEPTION", "ARRAY", "NO_USER"})
    void what_is_no_list_is_an_error_and_never_no_tokens(ListShape shape) {
        try (AnalyticsServer server =
                server(5, 5).jsonPage(page -> page.listShape(shape)).start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.FAILED, report.outcome(), report.message());
            assertEquals(10, server.tokens().size());
        }
    }

    @Test
    void an_account_without_tokens_is_done_and_a_shell_without_the_menu_is_an_error() {
        try (AnalyticsServer server = server(0, 0).start()) {
            assertEquals(RunOutcome.DONE, Cleanup.of(server).run().outcome());
        }
        try (AnalyticsServer server =
                server(5, 5).jsonPage(page -> page.tokensMenu(false)).start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.FAILED, report.outcome());
            assertTrue(report.message().contains("no AuthTokens menu"), report.message());
            assertEquals(10, server.tokens().size());
        }
    }

    @ParameterizedTest
    @EnumSource(NeverUsed.class)
    void where_no_use_is_recorded_tokens_never_used_stay(NeverUsed neverUsed) {
        CleanupPolicy policy = new CleanupPolicy(30, neverUsed, List.of(), 0);
        try (AnalyticsServer server =
                server(5, 5).jsonPage(page -> page.recordingOff()).start()) {
            CleanupReport report = Cleanup.of(server).policy(policy).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(10, server.tokens().size());
            assertTrue(report.tokens().stream().allMatch(token -> token.reason() == Reason.USE_NOT_RECORDED));
            assertTrue(report.warnings().get(0).contains("may not record"), report.warnings()::toString);
        }
    }

    @Test
    void recording_that_was_switched_off_is_the_first_warning() {
        try (AnalyticsServer server = server(5, 0).start()) {
            CleanupReport report = Cleanup.of(server).preview().run();
            assertTrue(report.warnings().get(0).contains("recording may have been switched off"));
        }
    }

    @Test
    void a_use_up_to_half_an_hour_later_than_recorded_is_allowed_for() {
        List<TestToken> tokens = List.of(
                TestToken.named("fresh").usedDaysAgo(1, NOW),
                TestToken.named("at the boundary").usedAgo(Duration.ofDays(30).plusMinutes(20), NOW),
                TestToken.named("beyond").usedAgo(Duration.ofDays(30).plusMinutes(65), NOW));
        try (AnalyticsServer server = server(0, 0).tokens(tokens).start()) {
            Cleanup.of(server).run();
            assertEquals(List.of("at the boundary", "fresh"), left(server));
        }
    }

    @Test
    void a_password_wanted_again_ends_the_run_and_the_next_one_goes_on() {
        TestClock clock = TestClock.at(NOW);
        try (AnalyticsServer server = server(60, 3).clock(clock).start()) {
            // Shell, sign-in page, look-up, password, shell, list; one token and the list; twenty and the list.
            server.before(server.log().size() + 12, () -> clock.advance(Duration.ofMinutes(6)));
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.PARTIAL, report.outcome(), report.message());
            assertTrue(report.message().contains("The next run goes on"), report.message());
            assertEquals(report.counts().removed(), 63 - server.tokens().size());
            assertTrue(report.counts().removed() > 0 && report.counts().notAttempted() > 0, report.message());
            assertEquals(1, server.signInAttempts());
            assertEquals(RunOutcome.DONE, Cleanup.of(server).run().outcome());
            assertEquals(survivors(3), left(server));
        }
    }

    @Test
    void protect_patterns_hold_and_a_token_with_a_handle_that_cannot_be_sent_stays() {
        CleanupPolicy policy = new CleanupPolicy(30, NeverUsed.KEEP, List.of(ProtectPattern.of("stale-1*")), 0);
        List<TestToken> tokens = new ArrayList<>();
        for (String handle :
                List.of(".", "..", "a,b", "a/b", "%2e", "%2F", "*", ";", " ", "a;b=c", "ab-cd_ef.gh=ij+12")) {
            tokens.add(TestToken.named("odd " + handle).withId("odd" + handle).usedDaysAgo(60, NOW));
        }
        ServerSettings settings = server(14, 2);
        try (AnalyticsServer server = settings.start()) {
            Cleanup.of(server).policy(policy).run();
            assertEquals(2 + 5, server.tokens().size());
        }
        ServerSettings hostile = server(0, 2).tokens(tokens);
        tokens.forEach(token ->
                hostile.jsonPage(page -> page.handle(token.id(), token.id().substring(3))));
        try (AnalyticsServer server = hostile.start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(1, report.counts().removed());
            assertTrue(left(server).stream().noneMatch(name -> name.equals("odd ab-cd_ef.gh=ij+12")));
            assertTrue(server.log().stream().noneMatch(request -> request.asksFor("delete_all")));
        }
    }
}
