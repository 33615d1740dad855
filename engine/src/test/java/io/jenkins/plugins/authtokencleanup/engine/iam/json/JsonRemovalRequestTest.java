package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The address of a removal names tokens, whatever becomes of it on its way: without a handle it removes all of them.
 */
class JsonRemovalRequestTest {
    private static final String ALL = "/iam/webclient/v1/account/self/user/self/activeauthtokens/";
    /** What servers and proxies treat in a way of their own, and what is harmless between it. */
    private static final List<String> PARTS = List.of(
            ".",
            "..",
            ",",
            "/",
            "\\",
            "%",
            "%2e",
            "%2E",
            "%2f",
            "%2F",
            "%2c",
            "%00",
            "*",
            ";",
            "?",
            "#",
            " ",
            "\t",
            "\u0000",
            "+",
            "=",
            "-",
            "_",
            "~",
            "&",
            ":",
            "@",
            "a",
            "Z9",
            "abcdefgh",
            "12345678",
            "\u0660\u0661\u0662",
            "\uff41",
            "\u00e9",
            "\u202e",
            "\ud83d\ude80");

    private final CannedServer server = new CannedServer();
    private final JsonRemovalRequest request = new JsonRemovalRequest(server.session());

    JsonRemovalRequestTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private RemovalReply remove(List<String> handles) throws InterruptedException {
        return request.send(tokens(handles));
    }

    private static List<AuthToken> tokens(List<String> handles) {
        return handles.stream()
                .map(handle -> new AuthToken(
                        "d", List.of(), "", "", null, LastAccess.NEVER, "-", new RemovalHandle(handle), List.of()))
                .toList();
    }

    @Test
    void plain_handles_are_named_together_as_long_as_the_address_stays_below_4_kilobytes() {
        List<String> plain = Collections.nCopies(500, "a".repeat(31));
        int named = JsonRemovalRequest.nameableAtOnce(tokens(plain)).size();
        assertTrue(named > 100 && named * 32 + ALL.length() < 4_000, () -> named + " of 32 characters");
        List<String> mixed = List.of("a", "b", "12345678-", "c");
        assertEquals(2, JsonRemovalRequest.nameableAtOnce(tokens(mixed)).size());
        assertEquals(
                1,
                JsonRemovalRequest.nameableAtOnce(tokens(mixed.subList(2, 4))).size());
        assertEquals(
                1,
                JsonRemovalRequest.nameableAtOnce(tokens(List.of("b".repeat(999))))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "...",
                ",",
                "/",
                "%2e",
                "%2E%2E",
                "%2F",
                "*",
                ";",
                "a;b=c",
                "a,b",
                "a/b",
                "a\\b",
                "a b",
                "a?b",
                "a#b",
                "a%2Fb",
                "a-b",
                "1234567.",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "a\n"
            })
    void what_may_name_another_token_or_none_is_no_handle_and_is_never_sent(String key) {
        assertNull(JsonRemovalRequest.handle(key));
        assertThrows(IllegalArgumentException.class, () -> remove(List.of(key)));
        assertThrows(IllegalArgumentException.class, () -> remove(List.of(key, "abc")));
        assertThrows(IllegalArgumentException.class, () -> remove(List.of("abc", key)));
        assertEquals(List.of(), server.asked);
    }

    @Test
    void without_a_handle_nothing_is_sent() {
        assertThrows(IllegalArgumentException.class, () -> remove(List.of()));
        assertEquals(List.of(), server.asked);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a",
        "AbC123, AbC123",
        "12345678., 12345678.",
        "ab-cd_ef.gh=ij+12, ab-cd_ef.gh%3Dij%2B12",
        "..12345678, ..12345678"
    })
    void a_handle_is_named_alone_and_encoded(String handle, String address) throws Exception {
        assertNotNull(JsonRemovalRequest.handle(handle));
        server.on(ALL + handle, 200, "{\"status_code\":200}");
        assertInstanceOf(RemovalReply.Accepted.class, remove(List.of(handle)));
        assertEquals(List.of("POST " + ALL + address), server.asked);
    }

    @Test
    void only_plain_handles_are_named_together() throws Exception {
        server.on(ALL + "a,b2", 200, "{\"status_code\":200}");
        assertInstanceOf(RemovalReply.Accepted.class, remove(List.of("a", "b2")));
        assertEquals(List.of("POST " + ALL + "a,b2"), server.asked);
        assertThrows(IllegalArgumentException.class, () -> remove(List.of("a", "12345678-")));
        assertThrows(IllegalArgumentException.class, () -> remove(List.of("x".repeat(900), "y".repeat(3_100))));
        assertEquals(1, server.asked.size());
    }

    @Test
    void any_list_of_handles_is_refused_or_named_exactly() throws Exception {
        int sent = 0;
        for (long seed : Sample.seeds(20_000).toArray()) {
            Random random = new Random(seed);
            List<String> handles = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                handles.add(handle(random));
            }
            server.asked.clear();
            try {
                remove(handles);
            } catch (IllegalArgumentException e) {
                assertEquals(List.of(), server.asked, () -> "seed " + seed);
                continue;
            }
            sent++;
            String address = server.asked.get(0).substring("POST ".length());
            assertTrue(
                    address.startsWith(ALL) && address.matches("[A-Za-z0-9/,%._-]+"),
                    () -> "seed " + seed + ": " + address);
            String named = URLDecoder.decode(address.substring(ALL.length()), StandardCharsets.UTF_8);
            assertEquals(handles, List.of(named.split(",", -1)), () -> "seed " + seed);
            assertTrue(named.chars().anyMatch(Character::isLetterOrDigit), () -> "seed " + seed);
        }
        assertTrue(sent > 20, "some can be sent: " + sent);
    }

    private static String handle(Random random) {
        StringBuilder handle = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            String any = PARTS.get(random.nextInt(PARTS.size()));
            handle.append(random.nextInt(3) == 0 ? any : "ab12cd34");
        }
        return handle.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void no_redirect_is_followed_and_what_it_means_is_not_known(int status) throws Exception {
        server.on(ALL + "abc", status, "{\"status_code\":200}", "Location", ALL);
        assertInstanceOf(RemovalReply.Unclear.class, remove(List.of("abc")));
        assertEquals(List.of("POST " + ALL + "abc"), server.asked);
    }

    @Test
    void nor_is_one_in_a_script() throws Exception {
        server.on(ALL + "abc", 200, "<script>location='" + ALL + "'</script>");
        assertInstanceOf(RemovalReply.Unclear.class, remove(List.of("abc")));
        assertEquals(1, server.asked.size());
    }

    @ParameterizedTest
    @MethodSource
    void a_reply_is_understood(String reply, Class<?> kind) throws Exception {
        server.on(ALL + "abc", 200, reply);
        assertInstanceOf(kind, remove(List.of("abc")));
    }

    static Stream<Arguments> a_reply_is_understood() {
        return Stream.of(
                of("{\"status_code\":204}", RemovalReply.Accepted.class),
                of("{\"status_code\":200,\"errors\":[]}", RemovalReply.Accepted.class),
                of("{\"status_code\":200,\"errors\":[{\"code\":\"G100\"}]}", RemovalReply.Unclear.class),
                of("{\"status_code\":500,\"errors\":[{\"code\":\"G100\"}]}", RemovalReply.Unclear.class),
                of("{\"status_code\":400,\"errors\":[{\"code\":\"IN116\"}]}", RemovalReply.InvalidHandle.class),
                of("{\"status_code\":400,\"errors\":[{\"code\":\"PP112\"}]}", RemovalReply.Denied.class),
                of("{\"cause\":\"invalid_password_token\"}", RemovalReply.Denied.class),
                of("{\"code\":\"Z113\"}", RemovalReply.Denied.class),
                of("{\"code\":\"Z101\",\"cause\":\"throttles_limit_exceeded\"}", RemovalReply.Throttled.class),
                of("{}", RemovalReply.Unclear.class),
                of("SUCCESS", RemovalReply.Unclear.class),
                of("", RemovalReply.Unclear.class));
    }

    private static Arguments of(String reply, Class<?> kind) {
        return Arguments.of(reply, kind);
    }
}
