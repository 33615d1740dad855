package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import io.jenkins.plugins.authtokencleanup.testserver.TokenText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that show less than expected, or something else: no token is counted twice, and none loses its protection. */
class OddPagesTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");
    private static final Instant FRESH = NOW.minus(Duration.ofDays(2));

    private static ServerSettings server(TestToken... tokens) {
        return AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .clock(TestClock.at(NOW))
                .tokens(tokens);
    }

    private static List<String> left(AnalyticsServer server) {
        return server.tokens().stream().map(TestToken::description).sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sixty_tokens_whose_masked_text_is_a_row_number_stay_sixty(boolean newHandles) {
        List<TestToken> tokens = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            tokens.add(
                    TestToken.named("token-" + i % 7).usedAt(i % 2 == 0 ? NOW.minus(Duration.ofDays(40 + i)) : FRESH));
        }
        try (AnalyticsServer server = server().tokens(tokens)
                .tokenText(TokenText.ROW_NUMBER)
                .volatileHandles(newHandles)
                .start()) {
            CleanupReport report = Cleanup.of(server).batchSize(7).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(60, report.counts().listed());
            assertEquals(30, report.counts().removed());
            assertEquals(
                    tokens.stream()
                            .filter(token -> token.lastAccessed().equals(FRESH))
                            .toList(),
                    server.tokens());
        }
    }

    @Test
    void a_token_stays_the_same_when_it_is_the_only_one_left_to_be_numbered() {
        try (AnalyticsServer server = server(
                        TestToken.named("unused").usedDaysAgo(90, NOW),
                        TestToken.named("used").usedDaysAgo(2, NOW))
                .tokenText(TokenText.ROW_NUMBER)
                .volatileHandles(true)
                .start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals("Removed 1 AuthToken of 2 listed.", report.message());
        }
    }

    @ParameterizedTest
    @CsvSource({"Purpose, JUDGE", "Zweck, KEEP"})
    void protect_holds_whatever_the_column_is_called(String header, NeverUsed neverUsed) {
        CleanupPolicy policy = new CleanupPolicy(30, neverUsed, List.of(ProtectPattern.of("prod-*")), 0);
        try (AnalyticsServer server = server(
                        TestToken.named("prod-backup").usedDaysAgo(90, NOW),
                        TestToken.named("test").usedDaysAgo(90, NOW))
                .header(Column.DESCRIPTION, header)
                .start()) {
            Cleanup.of(server).policy(policy).run();
            assertEquals(List.of("prod-backup"), left(server));
        }
    }

    @Test
    void newest_without_a_column_of_descriptions_removes_nothing_and_lists_the_columns() {
        CleanupPolicy policy = new CleanupPolicy(30, NeverUsed.KEEP, List.of(), 1);
        try (AnalyticsServer server = server(
                        TestToken.named("a").usedDaysAgo(90, NOW),
                        TestToken.named("b").usedDaysAgo(80, NOW))
                .header(Column.DESCRIPTION, "Purpose")
                .start()) {
            CleanupReport report = Cleanup.of(server).policy(policy).run();
            assertEquals(ExitCode.NOT_RECOGNISED, report.exitCode());
            assertTrue(report.message().contains("no single column of descriptions among"), report.message());
            assertTrue(report.message().contains("IP Address | Purpose | Last Accessed Time"), report.message());
            assertEquals(2, server.tokens().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"prod-*, 0, nameless other", "none, 0, nameless", ", 1, nameless other", ", 0, ''"})
    void on_the_json_page_a_token_without_a_name_or_scope_stays_if_they_matter(
            String pattern, int newest, String left) {
        List<ProtectPattern> protect = pattern == null ? List.of() : List.of(ProtectPattern.of(pattern));
        TestToken nameless = TestToken.named("prod-backup").withId("nameless").usedDaysAgo(90, NOW);
        TestToken other = TestToken.named(newest == 0 ? "prod-other" : "other")
                .withId("other")
                .usedDaysAgo(90, NOW);
        try (AnalyticsServer server = server(nameless, other)
                .accountsPage(AccountsPage.JSON)
                .jsonPage(page -> page.editToken((token, json) -> {
                    if (token.equals(nameless)) {
                        json.remove("authtoken_name");
                    }
                }))
                .start()) {
            CleanupReport report = Cleanup.of(server)
                    .policy(new CleanupPolicy(30, NeverUsed.KEEP, protect, newest))
                    .run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(left, String.join(" ", server.tokenIds()));
        }
    }

    @Test
    void a_time_zone_that_the_proof_contradicts_is_one_warning_and_changes_nothing() {
        try (AnalyticsServer server = server(
                        TestToken.named("stale").usedDaysAgo(90, NOW),
                        TestToken.named("fresh").usedDaysAgo(3, NOW))
                .accountsPage(AccountsPage.JSON)
                .jsonPage(page -> page.zone(ZoneId.of("Europe/Berlin")))
                .start()) {
            List<String> warnings =
                    Cleanup.of(server).zone(ZoneId.of("Asia/Tokyo")).run().warnings();
            assertEquals(1, warnings.size(), warnings::toString);
            assertTrue(
                    warnings.get(0)
                            .startsWith("The creation times on the page rule out the time zone Asia/Tokyo, which is set"
                                    + " for the server. It is ignored: times are read by pattern"),
                    warnings.get(0));
            assertEquals(List.of("fresh"), left(server));
        }
    }

    @Test
    void times_that_nothing_proves_are_one_warning_that_says_why() {
        try (AnalyticsServer server = server(TestToken.named("stale").usedDaysAgo(90, NOW))
                .accountsPage(AccountsPage.JSON)
                .jsonPage(page -> page.datePattern("MMM d HH:mm"))
                .start()) {
            List<String> warnings = Cleanup.of(server).run().warnings();
            assertEquals(1, warnings.size(), warnings::toString);
            assertTrue(
                    warnings.get(0).contains("times are not read: times in the account's date pattern"),
                    warnings.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    void there_is_one_list_after_each_removal_request_and_no_more(AccountsPage kind) {
        List<TestToken> tokens = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            tokens.add(TestToken.named("stale-" + i).usedDaysAgo(40 + i, NOW));
        }
        tokens.add(TestToken.named("fresh").usedDaysAgo(1, NOW));
        try (AnalyticsServer server = server().tokens(tokens).accountsPage(kind).start()) {
            Cleanup.of(server).batchSize(20).run();
            assertEquals(List.of("fresh"), left(server));
            assertEquals(4, server.log(RequestKind.REMOVE).size(), "one, twenty, twenty, four");
            assertEquals(5, server.log(RequestKind.PANEL).size());
        }
    }
}
