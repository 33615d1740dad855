package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTimesTest {
    private static final Instant CREATED = Instant.parse("2020-01-05T22:30:11Z");
    private static final Instant USED = Instant.parse("2026-06-11T04:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MMM d, yyyy HH:mm:ss | en | UTC | Jan 5, 2020 22:30:11",
                "MMM d, yyyy HH:mm:ss a | en | UTC | Jan 5, 2020 22:30:11 PM",
                "MMM d, yyyy | en | UTC | Jan 5, 2020",
                "MMM d, yyyy hh:mm:ss | en | UTC | Jan 5, 2020 10:30:11",
                "MMM d HH:mm | en | UTC | Jan 5 22:30",
                "MMM d, YYYY HH:mm | en | UTC | Jan 5, 2020 22:30",
                "d. MMMM yyyy HH:mm:ss | de | Europe/Berlin | 5. Januar 2020 23:30:11",
                "EEE dd/MM/yyyy HH:mm:ss | fr | Asia/Kolkata | lun. 06/01/2020 04:00:11"
            })
    void times_are_written_in_the_users_pattern_language_and_zone(
            String pattern, String language, String zone, String text) {
        JsonNode token =
                token(page -> page.datePattern(pattern).language(language).zone(ZoneId.of(zone)));
        assertEquals(text, token.path("created_time_formated").asText());
        assertEquals(CREATED.toEpochMilli(), token.path("created_time").asLong());
    }

    @Test
    void month_names_come_with_and_without_a_dot() {
        Consumer<JsonPageSettings> german = page -> page.language("de").datePattern("d. MMM yyyy");
        assertEquals("5. Jan. 2020", text(german.andThen(page -> page.monthNames(MonthNames.WITH_DOT))));
        assertEquals("5. Jan 2020", text(german.andThen(page -> page.monthNames(MonthNames.WITHOUT_DOT))));
    }

    @Test
    void times_can_be_in_another_language_than_the_users() {
        assertEquals(
                "5. Januar 2020", text(page -> page.datePattern("d. MMMM yyyy").locale(Locale.GERMAN)));
    }

    @Test
    void a_use_is_recorded_at_most_every_30_minutes() {
        TestClock clock = TestClock.at(USED);
        try (AnalyticsServer server = server(clock, page -> {})) {
            JsonSession session = JsonSession.signedIn(server);
            clock.advance(Duration.ofMinutes(29));
            server.use("t");
            assertEquals("Jun 11, 2026 04:00:00", lastAccess(session));
            assertEquals(
                    USED.plus(Duration.ofMinutes(29)), server.tokens().get(0).lastAccessed());
            clock.advance(Duration.ofMinutes(1));
            server.use("t");
            assertEquals("Jun 11, 2026 04:30:00", lastAccess(session));
        }
    }

    @Test
    void where_use_was_never_recorded_a_used_token_looks_unused() {
        JsonNode token = token(JsonPageSettings::recordingOff);
        assertEquals(token.path("created_time_formated"), token.path("last_accesed_time"));
        assertFalse(token.has("last_accessed_ip"));
    }

    @Test
    void where_recording_was_switched_off_old_uses_stay() {
        TestClock clock = TestClock.at(USED);
        Instant end = USED.plus(Duration.ofMinutes(10));
        try (AnalyticsServer server = server(clock, page -> page.recordingOffFrom(end))) {
            JsonSession session = JsonSession.signedIn(server);
            clock.advance(Duration.ofMinutes(40));
            server.use("t");
            assertEquals("Jun 11, 2026 04:00:00", lastAccess(session));
        }
        JsonNode later = token(page -> page.recordingOffFrom(Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals("Dec 31, 2025 23:00:00", later.path("last_accesed_time").asText());
        assertTrue(later.has("last_accessed_ip"));
    }

    private static String text(Consumer<JsonPageSettings> page) {
        return token(page).path("created_time_formated").asText();
    }

    private static JsonNode token(Consumer<JsonPageSettings> page) {
        try (AnalyticsServer server = server(TestClock.at(USED), page)) {
            return JsonSession.signedIn(server).tokens().elements().next();
        }
    }

    private static AnalyticsServer server(TestClock clock, Consumer<JsonPageSettings> page) {
        return AnalyticsServer.configure()
                .accountsPage(AccountsPage.JSON)
                .clock(clock)
                .jsonPage(page)
                .tokens(TestToken.named("t").withId("t").createdAt(CREATED).usedAt(USED))
                .start();
    }

    private static String lastAccess(JsonSession session) {
        return session.tokens().elements().next().path("last_accesed_time").asText();
    }
}
