package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.Handles;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only planned tokens are removed, however a server builds its handles. */
class HandlesTest {
    private static List<FakeToken> mixed(int count, boolean twins) {
        List<FakeToken> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean stale = i % 3 == 1;
            String id = (stale ? "stale-" : "fresh-") + i;
            tokens.add(daysAgo(twins ? "twin" : id, stale ? 40 + i : i % 25).id(id));
        }
        return tokens;
    }

    private static void onlyStaleOnesWent(List<FakeToken> before, FakeServer server) {
        before.removeIf(token -> server.ids().contains(token.id()));
        assertTrue(before.stream().allMatch(token -> token.id().startsWith("stale")), () -> "went: " + before);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "7, false", "100, false", "1, true", "7, true", "100, true"})
    void handles_that_are_new_with_each_load_are_read_afresh_and_tokens_found_again(int batch, boolean twins) {
        FakeServer server = FakeRun.server(mixed(40, twins));
        server.handles = Handles.VOLATILE;
        CleanupReport report = FakeRun.on(server).batchSize(batch).done();
        assertEquals(27, server.ids().size());
        onlyStaleOnesWent(mixed(40, twins), server);
        assertEquals(13, report.counts().removed());
        assertEquals(27, report.counts().kept());
        assertEquals(40, report.counts().listed(), "no token is listed twice");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "7, false", "100, false", "1, true", "7, true", "100, true"})
    void new_handles_with_text_that_is_relative_and_time_passing(int batch, boolean twins) {
        FakeServer server = FakeRun.server(mixed(40, twins));
        server.handles = Handles.VOLATILE;
        server.relative = true;
        for (int call = 1; call < 100; call++) {
            server.before(call, () -> server.now = server.now.plusSeconds(17));
        }
        CleanupReport report = FakeRun.on(server).batchSize(batch).done();
        onlyStaleOnesWent(mixed(40, twins), server);
        assertEquals(40 - server.ids().size(), report.counts().removed());
        assertEquals(40, report.counts().listed());
    }

    @ParameterizedTest
    @CsvSource({
        "POSITIONS, 1, false", "POSITIONS, 5, false", "POSITIONS, 100, false",
        "POSITIONS, 1, true", "POSITIONS, 5, true", "POSITIONS, 100, true",
        "POSITIONS_ONE_BY_ONE, 1, false", "POSITIONS_ONE_BY_ONE, 5, false", "POSITIONS_ONE_BY_ONE, 100, false",
        "POSITIONS_ONE_BY_ONE, 1, true", "POSITIONS_ONE_BY_ONE, 5, true", "POSITIONS_ONE_BY_ONE, 100, true"
    })
    void handles_that_are_row_numbers_stop_the_run_before_any_wrong_token_goes(
            Handles handles, int batch, boolean twins) {
        FakeServer server = FakeRun.server(mixed(40, twins));
        server.handles = handles;
        CleanupReport report = FakeRun.on(server).batchSize(batch).perform();
        onlyStaleOnesWent(mixed(40, twins), server);
        assertEquals(39, server.ids().size(), "the first request names a single token, which is enough to see it");
        assertEquals(ExitCode.NOT_RECOGNISED, report.exitCode(), report.message());
        assertTrue(report.message().contains("row numbers"), report.message());
        assertEquals(1, report.counts().removed());
        assertEquals(40, report.counts().listed());
        if (!twins) {
            assertEquals(List.of("stale-1"), FakeRun.descriptions(report, TokenOutcome.REMOVED));
        }
    }

    @Test
    void row_numbers_at_the_end_of_the_page_hurt_nobody() {
        List<FakeToken> tokens = mixed(12, false);
        Collections.reverse(tokens);
        tokens.sort(java.util.Comparator.comparing(token -> token.id().startsWith("stale")));
        FakeServer server = FakeRun.server(tokens);
        server.handles = Handles.POSITIONS_ONE_BY_ONE;
        CleanupReport report = FakeRun.on(server).perform();
        onlyStaleOnesWent(mixed(12, false), server);
        assertEquals(12 - server.ids().size(), report.counts().removed());
    }

    @Test
    void a_handle_on_different_rows_names_none() {
        AuthToken one = row("one", FakeRun.days(50), "h1");
        AuthToken two = row("two", FakeRun.days(1), "h1");
        AuthToken three = row("three", FakeRun.days(50), "h3");
        for (List<AuthToken> rows : List.of(List.of(one, two, three, three), List.of(two, one, three, three))) {
            TokenListing listing = new TokenListing(rows, FakeServer.NOW, PageDetails.asShown("fake", List.of(), true));
            assertEquals(3, listing.tokens().size(), "the same row twice is one token");
            for (AuthToken token : listing.tokens()) {
                assertEquals(token.description().equals("three"), token.handle() != null, token.description());
            }
        }
    }

    private static AuthToken row(String description, Instant used, String handle) {
        return new AuthToken(
                description,
                List.of(),
                "",
                "",
                null,
                new LastAccess.At(used),
                "",
                new RemovalHandle(handle),
                List.of());
    }

    @Test
    void a_cached_page_does_not_hide_for_long_that_handles_change() {
        FakeServer server = new FakeServer(daysAgo("a", 40), daysAgo("b", 41));
        server.handles = Handles.VOLATILE;
        IntStream.range(1, 10).forEach(day -> server.tokens.add(daysAgo("used " + day, day)));
        server.before(3, () -> server.cached = true).before(4, () -> server.cached = false);
        CleanupReport report = FakeRun.on(server).done();
        assertEquals(2, report.counts().removed());
        assertEquals(IntStream.range(1, 10).mapToObj(day -> "used " + day).toList(), server.ids());
    }

    @ParameterizedTest
    @EnumSource(
            value = Handles.class,
            names = {"STABLE", "VOLATILE"})
    void a_display_cap_is_worked_through_and_lists_each_token_once(Handles handles) {
        List<FakeToken> tokens = FakeRun.stale(95);
        tokens.add(daysAgo("fresh", 1));
        FakeServer server = FakeRun.server(tokens);
        server.handles = handles;
        server.displayCap = 10;
        CleanupReport report = FakeRun.on(server).batchSize(4).done();
        assertEquals(List.of("fresh"), server.ids());
        assertEquals(95, report.counts().removed());
        assertEquals(96, report.counts().listed());
    }

    @ParameterizedTest
    @EnumSource(
            value = Handles.class,
            names = {"STABLE", "VOLATILE"})
    void a_whole_displayed_page_that_goes_at_once_is_not_mistaken_for_the_next_one(Handles handles) {
        FakeServer server = FakeRun.server(FakeRun.stale(40));
        server.handles = handles;
        server.displayCap = 10;
        CleanupReport report = FakeRun.on(server).batchSize(10).done();
        assertEquals(List.of(), server.ids());
        assertEquals(40, report.counts().removed());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twins_of_all_ages_are_distinguished_by_their_dates(long seed) {
        Random random = new Random(seed);
        List<FakeToken> tokens = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double age = random.nextInt(120) / 2.0;
            tokens.add(daysAgo("twin", age).id((age > 30 ? "stale-" : "fresh-") + i));
        }
        Collections.shuffle(tokens, random);
        FakeServer server = FakeRun.server(tokens);
        server.handles = Handles.VOLATILE;
        CleanupReport report = FakeRun.on(server).batchSize(7).done();
        assertTrue(server.ids().stream().allMatch(id -> id.startsWith("fresh")));
        assertEquals(60 - server.ids().size(), report.counts().removed(), "seed " + seed);
        assertEquals(60, report.counts().listed(), "seed " + seed);
        assertEquals(Duration.ofDays(30), Duration.between(report.cutoff(), report.serverTime()));
    }
}
