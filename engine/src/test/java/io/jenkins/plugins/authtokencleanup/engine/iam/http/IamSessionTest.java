package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages are loaded: redirects, throttling, encodings and bounds. */
class IamSessionTest {
    private final CannedServer server = new CannedServer();
    private final IamSession session = server.session();

    IamSessionTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private WebPage load(String path) throws Exception {
        return session.load("Load", session.address().at(path));
    }

    private ServerResponse answer(String path) throws Exception {
        HttpRequest request = HttpTransport.request(session.address().at(path)).build();
        return session.send("Load", request, Limits.page(Duration.ofSeconds(20)));
    }

    private CannedServer hops(int count) {
        for (int hop = 0; hop < count; hop++) {
            server.on("/" + hop, 302, "", "Location", "/" + (hop + 1));
        }
        return server.on("/" + count, 200, "<p>there");
    }

    @Test
    void eight_redirects_are_followed() throws Exception {
        hops(8);
        assertEquals("<p>there", load("/0").text());
        assertEquals(9, server.asked.size());
    }

    @Test
    void nine_redirects_are_too_many() {
        hops(9);
        assertEquals(
                "the server redirects without end",
                assertProblem(Problem.UNKNOWN_REPLY, () -> load("/0")).observed());
        assertEquals(9, server.asked.size());
    }

    @ParameterizedTest
    @CsvSource({"301, true", "399, true", "300, true", "304, false", "200, false", "400, false"})
    void the_status_decides_what_is_a_redirect(int status, boolean redirects) throws Exception {
        server.on("/x", status, "", "Location", "/y");
        assertEquals(redirects, answer("/x").redirects());
    }

    @Test
    void a_script_sends_the_browser_on_unless_the_page_is_one_to_stay_on() throws Exception {
        String script = "<script>location='/there'</script>";
        server.on("/there", 200, "<p>there")
                .on("/plain", 200, "<p>here</p>" + script)
                .on("/shell", 200, CannedServer.SHELL_PAGE + script)
                .on("/login", 200, "<input type=password>" + script)
                .on("/script.js", 200, "location='/there'");
        assertEquals("<p>there", load("/plain").text());
        assertTrue(load("/shell").isShell());
        assertTrue(load("/login").passwordField().isPresent());
        assertEquals("location='/there'", load("/script.js").text());
    }

    @Test
    void it_waits_as_long_as_the_server_says() throws Exception {
        server.on("/x", 429, "", "Retry-After", "7")
                .on("/x", 503, "", "Retry-After", " 9 ")
                .on("/x", 200, "{\"code\":\"Z101\"}")
                .on("/x", 200, "<p>there");
        assertEquals("<p>there", load("/x").text());
        assertEquals(List.of(7L, 9L, 4L), server.sleeps);
        assertEquals(4, server.asked.size());
    }

    @Test
    void it_waits_until_the_time_that_the_server_says_by_its_own_clock() throws Exception {
        ZonedDateTime soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(60);
        server.on("/x", 429, "", "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(soon))
                .on("/past", 429, "", "Retry-After", "Thu, 11 Jun 2020 05:00:00 GMT");
        long seconds = answer("/x").retryAfter().toSeconds();
        assertTrue(seconds > 30 && seconds <= 60, () -> seconds + " s");
        assertNull(answer("/past").retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1234567", "-1", ""})
    void what_does_not_say_how_long_leaves_it_open(String header) throws Exception {
        server.on("/x", 429, "", "Retry-After", header);
        assertTrue(answer("/x").throttles());
        assertNull(answer("/x").retryAfter());
    }

    @Test
    void a_busy_server_that_says_nothing_is_not_waited_for() throws Exception {
        server.on("/x", 503, "<p>busy");
        assertEquals(503, load("/x").status());
        assertEquals(List.of(), server.sleeps);
    }

    @Test
    void what_is_sent_once_only_is_not_sent_again_when_throttled() {
        server.on("/x", 429, "").on("/x", 200, "<p>");
        HttpRequest request = HttpTransport.request(session.address().at("/x")).build();
        CleanupException e = assertProblem(Problem.THROTTLED, () -> session.sendOnce("Send", request));
        assertTrue(e.observed().contains("once a run only"));
        assertEquals(1, server.asked.size());
    }

    @Test
    void a_compressed_answer_is_refused_and_an_identical_one_is_not() throws Exception {
        server.on("/x", 200, "x", "Content-Encoding", "gzip").on("/y", 200, "y", "Content-Encoding", "Identity");
        CleanupException e = assertProblem(Problem.UNKNOWN_REPLY, () -> load("/x"));
        assertTrue(e.observed().contains("compressed"));
        assertEquals("y", load("/y").text());
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=ISO-8859-1, ISO-8859-1",
        "text/html; charset=\"utf-16be\", UTF-16BE",
        "text/html; charset=nobody-knows, UTF-8",
        "text/html, UTF-8"
    })
    void text_is_read_in_the_character_set_that_is_named(String type, String charset) throws Exception {
        server.on("/x", 200, "<p>\u00e9\u00fc".getBytes(charset), "Content-Type", type);
        assertEquals("<p>\u00e9\u00fc", load("/x").text());
    }

    @Test
    void a_page_of_eight_megabytes_is_the_longest() throws Exception {
        byte[] most = "x".repeat(8 << 20).getBytes(StandardCharsets.US_ASCII);
        server.on("/most", 200, most).on("/more", 200, Arrays.copyOf(most, most.length + 1));
        assertEquals(8 << 20, load("/most").text().length());
        CleanupException e = assertProblem(Problem.UNKNOWN_REPLY, () -> load("/more"));
        assertEquals("the answer is longer than 8 MB, which is more than this program reads", e.observed());
    }

    @Test
    void cookies_come_back_and_their_values_are_secrets() throws Exception {
        server.on("/x", 200, "<p>", "Set-Cookie", "session=very-secret; Path=/");
        load("/x");
        assertFalse(session.redactor().excerpt("it is very-secret").contains("very-secret"));
    }
}
