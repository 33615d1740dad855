package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import io.jenkins.plugins.authtokencleanup.engine.iam.ServedPages;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to the login page, over it to the account page, and out again. */
class SignInFlowTest {
    private static final String CLASSIC = "<form><input name=LOGIN_ID><input name=PASSWORD type=password></form>";
    private static final String SCRIPTS = "<script src=/js/a.js></script><script src=/js/b.js></script>";

    private final CannedServer server = new CannedServer();
    private final IamSession session = server.session();
    private final SignInFlow flow = new SignInFlow(session, new Credentials(ServedPages.ACCOUNT, ServedPages.PASSWORD));

    SignInFlowTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private LoginGeneration generation(String path, String page) throws Exception {
        server.on("/iam/u/h", 302, "", "Location", path)
                .on(path, 200, page)
                .on("/js/a.js", 404, "")
                .on("/js/b.js", 200, "post('/signin/v2/lookup')");
        flow.findLoginPage();
        return flow.generation();
    }

    private String unknown(int status, String page) {
        server.on("/iam/u/h", status, page);
        return assertProblem(Problem.UNKNOWN_LOGIN_PAGE, flow::findLoginPage).observed();
    }

    @ParameterizedTest
    @CsvSource({"/iam/signin, true, V2", "/iam/login, true, CLASSIC", "/iam/login, false, V2", "/iam/signin, false, V2"
    })
    void scripts_decide_where_the_page_does_not(String path, boolean form, LoginGeneration generation)
            throws Exception {
        assertEquals(generation, generation(path, (form ? CLASSIC : "<p>Wait</p>") + SCRIPTS));
        assertEquals(generation == LoginGeneration.V2 ? 4 : 2, server.asked.size());
    }

    @Test
    void the_password_is_redacted_before_anything_is_sent() {
        assertEquals("***", session.redactor().excerpt(ServedPages.PASSWORD));
    }

    @Test
    void scripts_without_a_hint_leave_the_page_as_it_is() throws Exception {
        assertEquals(LoginGeneration.CLASSIC, generation("/iam/signin", CLASSIC + "<script src=/js/a.js></script>"));
    }

    @Test
    void five_scripts_are_asked_and_no_other_origin() throws Exception {
        String other = "<script src=https://other.invalid/x.js></script>";
        String page =
                "<p>Wait</p>" + other + "<script src=/js/a.js></script>".repeat(4) + "<script src=/js/b.js></script>";
        assertProblem(Problem.UNKNOWN_LOGIN_PAGE, () -> generation("/iam/signin", page));
        assertEquals(4, server.asked.stream().filter("GET /js/a.js"::equals).count());
        assertFalse(server.asked.contains("GET /js/b.js"));
    }

    @Test
    void a_page_that_is_no_login_page_is_described() {
        assertEquals("HTTP 200: hello", unknown(200, "hello"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<p></p>|the page has no login form",
                "200|<p>Closed|the page has no login form. It says: Closed",
                "400|<p>Bad|HTTP 400: Bad",
                "200|<div id=zcontiner></div>|the server shows an account page to somebody who is not signed in"
            })
    void other_pages_that_are_no_login_page_are_described(int status, String page, String description) {
        assertEquals(description, unknown(status, page));
    }

    @Test
    void a_captcha_on_the_login_page_ends_the_run_before_the_password_is_sent() {
        server.login(CLASSIC.replace("</form>", "<input name=captcha></form>"), true);
        assertProblem(Problem.CAPTCHA_REQUIRED, flow::findLoginPage);
    }

    private WebPage signIn(String reply) throws Exception {
        server.on("/iam/login", 200, reply);
        flow.findLoginPage();
        return flow.signIn();
    }

    @Test
    void the_account_page_may_be_where_the_reply_says() throws Exception {
        server.login(CLASSIC, false).on("/next", 200, CannedServer.SHELL_PAGE);
        assertTrue(signIn("showsuccess('/next')").isShell());
        assertEquals("GET /next", server.asked.get(server.asked.size() - 1));
        assertTrue(flow.mayBeSignedIn());
        assertTrue(flow.login().page().uri().getPath().endsWith("/iam/login"));
    }

    @Test
    void or_come_after_what_the_reply_says_was_seen() throws Exception {
        server.on("/iam/u/h", 302, "", "Location", "/iam/login")
                .on("/iam/u/h", 200, "<p>Announcement")
                .on("/iam/u/h", 200, CannedServer.SHELL_PAGE)
                .on("/iam/login", 200, CLASSIC)
                .on("/next", 200, "<p>Announcement");
        assertTrue(signIn("showsuccess('/next')").isShell());
        assertEquals(List.of("GET /iam/u/h", "GET /next", "GET /iam/u/h"), server.asked.subList(3, 6));
    }

    @Test
    void a_clear_refusal_means_that_nobody_is_signed_in() {
        server.login(CLASSIC, false);
        assertProblem(Problem.WRONG_PASSWORD, () -> signIn("showerror('Invalid password')"));
        assertFalse(flow.mayBeSignedIn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href=/iam/signout?x=1>Sign out</a>|/iam/signout?x=1",
                "<a href=logout.do>Sign out</a>|/iam/u/logout.do",
                "<a href=/iam/closeaccount?next=/iam/logout>x</a><a href=/iam/Log-Out>y</a>|/iam/Log-Out",
                "<a href=/iam/cataloguts>x</a><a href=/iam/catalogoutput>y</a>|/iam/logout?servicename=S+1",
                "<a href='/p/LOG-OUT'>x</a>|/p/LOG-OUT",
                "<a href='javascript:logout()'>x</a><script>go(\"\\/iam\\/logout?a=b\")</script>|/iam/logout?a=b",
                "<script>go('/iam/logout')</script>|/iam/logout",
                "<a href=https://other.invalid/logout>x</a>|/iam/logout?servicename=S+1",
                "<p>|/iam/logout?servicename=S+1"
            })
    void it_signs_out_as_the_account_page_says_or_as_usual(String shell, String address) {
        URI login = URI.create(server.url() + "/iam/login?servicename=S+1");
        new SignOut(session, new LoginPage(new WebPage(login, 200, CLASSIC)))
                .send(new WebPage(URI.create(server.url() + "/iam/u/h"), 200, shell));
        assertEquals(List.of("GET " + address), server.asked);
    }

    @Test
    void it_signs_out_of_a_session_that_showed_nothing_and_on_an_interrupted_thread() {
        Thread.currentThread().interrupt();
        new SignOut(session, null).send(null);
        assertTrue(Thread.interrupted(), "the thread's flag is set");
        assertEquals(List.of("GET /iam/logout?servicename=ZohoReports"), server.asked);
    }
}
