package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import io.jenkins.plugins.authtokencleanup.engine.iam.ServedPages;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to sign in, and what is made of each answer (section 4 of the wire contract). */
class SignInAnswersTest {
    private static final String V2 = "<script>u='/signin/v2/lookup'</script>";
    private static final String FOUND = "{\"lookup\":{\"identifier\":\"id 1\",\"digest\":\"d/1\"}}";
    private static final String LOOK_UP = "/iam/signin/v2/lookup/" + ServedPages.ACCOUNT;
    private static final String PASSWORD = "/iam/signin/v2/primary/id 1/password";
    private static final String CLASSIC = "<form><input name=LOGIN_ID><input name=PASSWORD type=password></form>";
    private static final String FORM = "<form action=/go method=post><input name=u><input name=p type=password></form>";

    private final CannedServer server = new CannedServer();
    private final IamSession session = server.session();
    private final SignInFlow flow = new SignInFlow(session, new Credentials(ServedPages.ACCOUNT, ServedPages.PASSWORD));

    SignInAnswersTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private void signIn() throws CleanupException, InterruptedException {
        flow.findLoginPage();
        flow.signIn();
    }

    private void refused(String problem, String words) {
        CleanupException e = assertThrows(CleanupException.class, this::signIn);
        assertEquals(problem, e.problem().name(), e.getMessage());
        assertTrue(e.observed().contains(words), e.observed());
    }

    private String sent(String start) {
        return server.asked.stream()
                .filter(request -> request.startsWith(start))
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void v2_looks_the_account_up_and_sends_the_password_as_json() throws Exception {
        String page = "<form><input type=hidden name=other value=1><input name=LOGIN_ID></form>" + V2;
        server.login(page, true).on(LOOK_UP, 200, FOUND).on(PASSWORD, 200, "{\"status_code\":201,\"code\":\"SI303\"}");
        signIn();
        String lookup = sent("POST /iam/signin/v2/lookup/admin%40example.com ");
        assertTrue(lookup.matches(".* mode=primary&cli_time=\\d{13}&servicename=S"), lookup);
        String password = sent("POST /iam/signin/v2/primary/id%201/password?digest=d%2F1&cli_time=");
        assertTrue(
                password.endsWith("&servicename=S {\"passwordauth\":{\"password\":\"s3cret-<Pa55>&\\\"x\"}}"),
                password);
        assertEquals("***", session.redactor().excerpt("d/1"), "the digest is a secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errors\":[{\"code\":\"U401\",\"message\":\"none\"}]}|ACCOUNT_UNUSABLE|there is no such account (U401: none)",
                "{\"errors\":[{\"code\":\"IN108\"}]}|CAPTCHA_REQUIRED|IN108",
                "{\"errors\":[{\"code\":\"IN107\"}]}|CAPTCHA_REQUIRED|IN107",
                "{\"errors\":[{\"code\":\"SI503\"}]}|SIGN_IN_LIMIT|today's limit of sign-ins is reached (SI503)",
                "{\"errors\":[{\"code\":\"X1\"}]}|WRONG_PASSWORD|the server refused it (a code that we don't know: X1)",
                "{\"message\":\"The account is locked\"}|ACCOUNT_LOCKED|locked",
                "{\"localized_message\":\"Too many login attempts\",\"message\":\"x\"}|SIGN_IN_LIMIT|Too many",
                "{}|UNKNOWN_REPLY|a JSON reply that we don't know",
                "<p>Hello|UNKNOWN_REPLY|HTTP 200: Hello"
            })
    void v2_distinguishes_refusals(String reply, String problem, String words) {
        server.login(V2, false).on(LOOK_UP, 200, reply);
        refused(problem, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|SI303|SIGN_IN_FAILED|an announcement first",
                "299|SI303|SIGN_IN_FAILED|an announcement first",
                "201|MFA302|SECOND_FACTOR_REQUIRED|a second factor (code MFA302)",
                "199|SI303|UNKNOWN_REPLY|a JSON reply",
                "300|SI303|UNKNOWN_REPLY|a JSON reply"
            })
    void v2_takes_the_status_in_the_reply_for_success(int status, String code, String problem, String words) {
        server.login(V2, false)
                .on(LOOK_UP, 200, FOUND)
                .on(PASSWORD, 200, "{\"status_code\":" + status + ",\"code\":\"" + code + "\"}");
        refused(problem, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|showsuccess('/iam/u/h')|UNKNOWN_REPLY|says that it succeeded",
                "200|switchto('/other')|SECOND_FACTOR_REQUIRED|another page",
                "200|showhiperror('HIP_REQUIRED')|CAPTCHA_REQUIRED|the server wants a CAPTCHA solved (HIP_REQUIRED)",
                "200|showerror('SI503')|SIGN_IN_LIMIT|today's limit of sign-ins is reached (SI503)",
                "200|showerror('Invalid password')|WRONG_PASSWORD|Invalid password",
                "200|showerror('The account is locked')|ACCOUNT_LOCKED|locked",
                "200|OK|UNKNOWN_REPLY|HTTP 200: OK",
                "200|<form><input type=password></form>|WRONG_PASSWORD|the server refused it",
                "200|<form><input type=password><input name=captcha></form>|CAPTCHA_REQUIRED|with a CAPTCHA",
                "200|<p>Welcome|UNKNOWN_REPLY|HTTP 200: Welcome",
                "300|OK|WRONG_PASSWORD|the server refused it",
                "399|OK|WRONG_PASSWORD|the server refused it",
                "400|OK|UNKNOWN_REPLY|HTTP 400: OK",
                "429|x|THROTTLED|once a run only"
            })
    void a_reply_in_script_distinguishes_refusals(int status, String reply, String problem, String words) {
        server.login(CLASSIC, false);
        server.on("/iam/login", status, reply);
        refused(problem, words);
        assertTrue(sent("POST").startsWith("POST /iam/login "), "without the query");
    }

    @Test
    void classic_sends_its_fields_and_those_of_the_page() throws Exception {
        String page = CLASSIC.replace("<form>", "<form><input type=hidden name=iamcsrcoo value=c>");
        server.login(page, true).on("/iam/login", 302, "", "Location", "/x");
        signIn();
        assertEquals(
                "POST /iam/login servicename=S&iamcsrcoo=c&LOGIN_ID=admin%40example.com"
                        + "&PASSWORD=s3cret-%3CPa55%3E%26%22x&IS_AJAX=true&remember=-1",
                sent("POST"));
    }

    @Test
    void auth_sends_the_time_to_its_own_address() throws Exception {
        server.login(CLASSIC + "<script>u='signin/auth'</script>", true).on("/iam/signin/auth", 200, "showsuccess('')");
        signIn();
        assertTrue(sent("POST").matches("POST /iam/signin/auth .*&PASSWORD=[^&]*&cli_time=\\d{13}"), sent("POST"));
    }

    @Test
    void a_form_is_sent_with_its_fields_and_its_button() throws Exception {
        String more = "<input type=hidden name=h value=1><button type=submit name=b value=Go>Go</button></form>";
        server.login(FORM.replace("</form>", more), true).on("/go", 302, "", "Location", "/iam/u/h");
        signIn();
        assertEquals("POST /go h=1&u=admin%40example.com&p=s3cret-%3CPa55%3E%26%22x&b=Go", sent("POST"));
    }

    @Test
    void a_form_whose_own_field_is_the_csrf_pair_is_sent_as_it_is() throws Exception {
        String field = "<input type=hidden name=csrf value=v></form><script>csrfParam='csrf=other'</script>";
        server.login(FORM.replace("</form>", field), true).on("/go", 200, "<p>in");
        signIn();
        assertTrue(sent("POST").startsWith("POST /go csrf=v&u="), sent("POST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<form action=/go method=GET><input name=u><input name=p type=password></form>|into the address",
                "<form action=/go><input name=p type=password></form>|no named fields",
                "<form action=/go><input><input name=p type=password></form>|no named fields",
                "<form action=/go><input name=u><input type=password></form>|no named fields"
            })
    void a_form_that_can_not_be_filled_in_is_not_sent(String page, String words) {
        server.login(page, false);
        refused("UNKNOWN_LOGIN_PAGE", words);
        assertEquals("nothing", sent("POST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<form><input type=password></form>Try again|WRONG_PASSWORD|Try again",
                "200|<p>One-time code|SECOND_FACTOR_REQUIRED|One-time code",
                "200|<p>Hello|UNKNOWN_REPLY|HTTP 200: Hello",
                "503|<p>Busy|UNKNOWN_REPLY|HTTP 503: Busy",
                "429|x|THROTTLED|once a run only"
            })
    void the_page_after_a_form_distinguishes_refusals(int status, String page, String problem, String words) {
        server.login(FORM, false).on("/go", status, page);
        refused(problem, words);
    }
}
