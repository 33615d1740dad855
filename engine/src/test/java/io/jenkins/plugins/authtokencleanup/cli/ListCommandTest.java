package io.jenkins.plugins.authtokencleanup.cli;

import static io.jenkins.plugins.authtokencleanup.cli.ThreeTokens.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListCommandTest extends CommandTest {
    @Test
    void list_shows_the_tokens_in_aligned_columns() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
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
            assertEquals(ThreeTokens.LIST, server.tokens());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            assertEquals(1, server.signOuts());
        }
    }

    @Test
    void list_prints_json_for_scripts_and_nothing_else_on_standard_output() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().start()) {
            Shell.Result result = shell.run("list", server.url(), List.of("--format", "json"));

            JsonNode list = new ObjectMapper().readTree(result.out());
            assertEquals(server.url(), list.get("server").asText());
            assertEquals("admin@example.com", list.get("account").asText());
            assertEquals(NOW.toString(), list.get("serverTime").asText());
            assertEquals(3, list.get("tokens").size());
            JsonNode stale = list.get("tokens").get(0);
            assertEquals("nightly export", stale.get("description").asText());
            assertEquals(
                    ThreeTokens.STALE.scopes().get(0),
                    stale.get("scopes").get(0).asText());
            assertEquals(
                    NOW.minus(Duration.ofDays(88)).toString(),
                    stale.get("lastAccessed").asText());
            assertFalse(stale.get("neverUsed").asBoolean());
            JsonNode never = list.get("tokens").get(2);
            assertTrue(never.get("lastAccessed").isNull());
            assertTrue(never.get("neverUsed").asBoolean());
            assertTrue(result.out()
                    .chars()
                    .allMatch(character -> character == '\n' || character >= ' ' && character < 127));
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
        try (AnalyticsServer server = AnalyticsServer.configure()
                .clock(TestClock.at(NOW))
                .tokens(tokens)
                .start()) {
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
    void a_trusted_certificate_is_enough_for_https() throws IOException {
        try (AnalyticsServer server = ThreeTokens.server().https(true).start()) {
            Path pem = Files.writeString(folder.resolve("trust.pem"), server.certificatePem());
            assertEquals(
                    0,
                    shell.run("list", server.url(), List.of("--trust", pem.toString()))
                            .exitCode());
        }
    }

    private static String daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days)).toString().replace('T', ' ').replace("Z", " UTC");
    }
}
