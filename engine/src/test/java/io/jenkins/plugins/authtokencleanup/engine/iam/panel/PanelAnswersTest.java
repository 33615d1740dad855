package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is made of each answer in place of the token panel, and to a removal (sections 5 and 6 of the wire contract).
 */
class PanelAnswersTest {
    private static final String PANEL = "/iam/ui/settings/api-tokens.jsp";
    private static final String REMOVE = "/iam/u/authtoken";
    private static final String TABLE = "<table id=apitokenstbl><tr id=headerrow><th></th><th>Description</th>"
            + "<th>Last used</th></tr><tr id=trow><td><a data-enctoken=h></a></td><td>d</td><td>-</td></tr></table>";

    private final CannedServer server = new CannedServer();
    private final IamSession session = server.session();
    private final ClassicPanel panel =
            new ClassicPanel(session, session.address().at("/iam/u/h"), null, Clock.systemUTC());

    PanelAnswersTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private TokenListing load() throws CleanupException, InterruptedException {
        return panel.list(Duration.ofSeconds(20));
    }

    private RemovalReply remove(String... handles) {
        return new RemovalRequest(session)
                .send(Stream.of(handles)
                        .map(handle -> new AuthToken(
                                "d",
                                List.of(),
                                "",
                                "",
                                null,
                                LastAccess.NEVER,
                                "-",
                                new RemovalHandle(handle),
                                List.of()))
                        .toList());
    }

    private static String described(CleanupException e) {
        return e.problem() + ": " + e.observed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|''|UNKNOWN_PAGE: it is empty",
                "200|hello|UNKNOWN_PAGE: it is no page at all, but: hello",
                "200|<p>Hi|UNKNOWN_PAGE: it has no token table. It says: Hi",
                "200|<p></p>|UNKNOWN_PAGE: it has no token table",
                "200|<input type=password>|SESSION_LOST: the server shows its login page instead",
                "200|<script>location='/iam/login'</script>|SESSION_LOST: the server shows its login page instead",
                "404|<p>none|UNKNOWN_REPLY: HTTP 404: none",
                "404|''|UNKNOWN_REPLY: HTTP 404 with nothing to read in it",
                "302|''|SESSION_LOST: the server redirects to another page",
                "200|{\"code\":\"Z113\"}|SESSION_LOST: the server says that the session is gone (Z113)",
                "500|{\"code\":\"Z113\"}|SESSION_LOST: the server says that the session is gone (Z113)",
                "200|\ufeff{\"code\":\"Z113\"}|SESSION_LOST: the server says that the session is gone (Z113)",
                "200|' {\"cause\":\"invalid_password_token\"}'|PASSWORD_WANTED_AGAIN: the server wants the password again",
                "200|{\"code\":\"X9\",\"cause\":\"odd\"}|UNKNOWN_REPLY: HTTP 200, a JSON reply that we don't know (code X9, cause odd)"
            })
    void what_comes_instead_of_the_panel_is_described(int status, String body, String description) {
        server.on(PANEL, status, body, "Location", "/iam/login");
        assertEquals(description, described(assertThrows(CleanupException.class, this::load)));
        assertEquals(1, server.asked.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199})
    void blanks_before_json_or_the_panel_do_not_matter(int blanks) throws Exception {
        server.on(PANEL, 200, "\n".repeat(blanks) + "{\"code\":\"Z101\"}").on(PANEL, 200, "\n".repeat(blanks) + TABLE);
        assertEquals(1, load().tokens().size());
        assertEquals(List.of(1L), server.sleeps);
    }

    @Test
    void a_throttled_panel_is_waited_for_as_long_as_the_server_says() throws Exception {
        server.on(PANEL, 429, "", "Retry-After", "7").on(PANEL, 200, TABLE);
        assertEquals("d", load().tokens().get(0).description());
        assertEquals(List.of(7L), server.sleeps);
    }

    @Test
    void the_csrf_pair_of_the_panel_is_the_one_that_is_sent() throws Exception {
        server.on(PANEL, 200, "<input type=hidden name=iamcsrcoo value=v>" + TABLE)
                .on(REMOVE, 200, "SUCCESS");
        load();
        remove("h");
        assertTrue(server.asked.get(1).endsWith("&iamcsrcoo=v"), server.asked.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS_SELECTED", "SUCCESS_ALL", " SUCCESS\n"})
    void success_is_said_in_three_ways(String reply) {
        server.on(REMOVE, 200, reply);
        assertInstanceOf(RemovalReply.Accepted.class, remove("h1", "h2"));
        assertEquals("POST /iam/u/authtoken action=delete_selected&authtokens=h1%2Ch2%2C", server.asked.get(0));
    }

    @Test
    void a_refused_handle_is_reported() {
        server.on(REMOVE, 200, "INVALID_TOKEN");
        assertInstanceOf(RemovalReply.InvalidHandle.class, remove("h"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WRITE_OPERATION_NOT_ALLOWED|WRITE_DENIED: the server does not let this account remove AuthTokens (WRITE_OPERATION_NOT_ALLOWED)",
                "{\"code\":\"Z113\"}|SESSION_LOST: the server says that the session is gone (Z113)",
                "{\"cause\":\"invalid_password_token\"}|PASSWORD_WANTED_AGAIN: the server wants the password again"
            })
    void a_removal_that_is_denied_ends_the_run(String reply, String description) {
        server.on(REMOVE, 200, reply);
        assertEquals(
                description,
                described(
                        assertInstanceOf(RemovalReply.Denied.class, remove("h")).problem()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OK|UNKNOWN_REPLY: HTTP 200: OK",
                "<p>Hi|UNKNOWN_REPLY: HTTP 200: Hi",
                "<input type=password>|SESSION_LOST: the server shows its login page instead of a reply",
                "<script>location='/x'</script>|SESSION_LOST: the server shows its login page instead of a reply",
                "{\"code\":\"X\"}|UNKNOWN_REPLY: HTTP 200, a JSON reply that we don't know (code X, cause )"
            })
    void any_other_reply_is_unclear(String reply, String description) {
        server.on(REMOVE, 200, reply);
        assertEquals(
                description,
                described(assertInstanceOf(RemovalReply.Unclear.class, remove("h"))
                        .problem()));
    }

    @Test
    void a_server_that_is_gone_leaves_it_open_what_became_of_a_removal() {
        server.close();
        RemovalReply reply = remove("h");
        assertEquals(
                "UNREACHABLE: nothing accepts connections there",
                described(assertInstanceOf(RemovalReply.Unclear.class, reply).problem()));
    }

    @Test
    void a_removal_that_is_throttled_says_how_long_to_wait() {
        server.on(REMOVE, 429, "", "Retry-After", "3")
                .on(REMOVE, 200, "{\"code\":\"Z101\"}", "Retry-After", "4")
                .on(REMOVE, 200, "{\"code\":\"Z101\"}");
        assertEquals(Duration.ofSeconds(3), ((RemovalReply.Throttled) remove("h")).pause());
        assertEquals(Duration.ofSeconds(4), ((RemovalReply.Throttled) remove("h")).pause());
        assertNull(((RemovalReply.Throttled) remove("h")).pause());
    }

    @Test
    void where_no_csrf_value_can_be_read_afresh_nothing_is_sent() throws Exception {
        server.on("/iam/u/h", 302, "", "Location", "https://other.invalid/");
        session.csrf().see(new CsrfPair("iamcsrcoo", "old"));
        RemovalReply reply = panel.remove(List.of());
        assertTrue(described(assertInstanceOf(RemovalReply.Unclear.class, reply).problem())
                .startsWith("FOREIGN_ADDRESS: "));
        assertEquals(List.of("GET /iam/u/h"), server.asked);
    }

    @Test
    void where_the_csrf_value_is_throttled_the_removal_is_not_sent_by_an_old_list_after_a_wait() throws Exception {
        server.on("/iam/u/h", 429, "", "Retry-After", "250");
        session.csrf().see(new CsrfPair("iamcsrcoo", "old"));
        assertInstanceOf(RemovalReply.Throttled.class, panel.remove(List.of()));
        assertEquals(List.of("GET /iam/u/h"), server.asked);
        assertEquals(List.of(), server.sleeps);
    }

    @Test
    void a_secret_that_a_header_echoes_is_not_among_the_columns() throws Exception {
        session.redactor().add("s3cret");
        server.on(PANEL, 200, TABLE.replace("<th>Description", "<th>s3cret</th><th>Description"));
        assertEquals(List.of("***", "Description", "Last used"), load().page().columns());
    }

    @Test
    void one_quick_look_does_not_wait() throws Exception {
        server.on(PANEL, 200, TABLE).on(PANEL, 429, "", "Retry-After", "7");
        assertEquals(1, panel.listOnce(Duration.ofSeconds(20)).tokens().size());
        assertProblem(Problem.THROTTLED, () -> panel.listOnce(Duration.ofSeconds(20)));
        assertEquals(List.of(), server.sleeps);
    }

    @Test
    void a_removal_names_at_least_one_token() {
        assertThrows(IllegalArgumentException.class, this::remove);
        assertEquals(0, server.asked.size());
    }
}
