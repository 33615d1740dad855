package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of each answer in place of the JSON page's list (contract, section 9): never "no tokens". */
class JsonPageAnswersTest {
    private static final String LIST = "/iam/webclient/v1/account/self/user/self";
    private static final String EMPTY = "{\"status_code\":200,\"User\":{}}";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CannedServer server = new CannedServer();

    JsonPageAnswersTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonAccountsPage page(String shell) throws CleanupException {
        IamSession session = server.session();
        return new JsonAccountsPage(session, new WebPage(session.address().at("/iam/home"), 200, shell), null);
    }

    private JsonAccountsPage page() throws CleanupException {
        return page("<div id=zcontiner></div><a id=userauthtoken></a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|''|UNKNOWN_PAGE|HTTP 200 with nothing to read in it",
                "200|hello|UNKNOWN_PAGE|HTTP 200: hello",
                "500|<p>Out of order|UNKNOWN_PAGE|HTTP 500: Out of order",
                "200|<input type=password>|SESSION_LOST|the server shows its login page instead of the list",
                "200|<script>location='/iam/signin'</script>|SESSION_LOST|the server shows its login page instead of the list",
                "302|''|SESSION_LOST|the server shows its login page instead of the list",
                "200|{\"code\":\"Z113\"}|SESSION_LOST|the server says that the session is gone (Z113)",
                "200|{\"cause\":\"invalid_password_token\"}|PASSWORD_WANTED_AGAIN|the server wants the password again",
                "200|{\"status_code\":200}|UNKNOWN_PAGE|its answer has no User",
                "200|{\"status_code\":500,\"errors\":[{\"code\":\"G100\",\"message\":\"no\"}]}|UNKNOWN_PAGE|the server reports an error of its own (G100: no), status 500",
                "200|{\"status_code\":200,\"User\":{\"authtokens\":{\"exception_occured\":true}}}|UNKNOWN_PAGE|the server could not list the AuthTokens (exception_occured)",
                "200|{\"status_code\":200,\"User\":{\"authtokens\":[]}}|UNKNOWN_PAGE|authtokens is no object"
            })
    void what_comes_instead_of_the_list_is_described(int status, String body, Problem problem, String observed)
            throws Exception {
        server.on(LIST, status, body, "Location", "/iam/signin");
        CleanupException e = assertProblem(problem, () -> page().list(LONG));
        assertEquals(observed, e.observed());
        assertEquals(1, server.asked.size());
    }

    @Test
    void a_shell_without_the_menu_is_an_error_of_its_own_and_nothing_is_asked() {
        assertProblem(Problem.NO_AUTHTOKENS_MENU, () -> page("<div id=zcontiner></div>"));
        assertEquals(List.of(), server.asked);
    }

    @Test
    void an_account_without_tokens_is_an_empty_list_that_proves_nothing() throws Exception {
        server.on(LIST, 200, EMPTY);
        TokenListing listing = page().list(LONG);
        assertEquals(List.of(), listing.tokens());
        assertEquals(
                "not read: there is no creation time to compare with",
                listing.page().timesReadBy());
    }

    @Test
    void a_throttled_list_is_waited_for_and_one_quick_look_is_not() throws Exception {
        server.on(LIST, 429, "", "Retry-After", "7")
                .on(LIST, 200, "{\"cause\":\"throttles_limit_exceeded\"}")
                .on(LIST, 200, EMPTY)
                .on(LIST, 429, "");
        JsonAccountsPage page = page();
        page.list(LONG);
        assertEquals(List.of(7L, 2L), server.sleeps);
        assertProblem(Problem.THROTTLED, () -> page.listOnce(LONG));
        assertEquals(List.of(7L, 2L), server.sleeps);
    }
}
