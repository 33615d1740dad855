package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ScriptText;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of a sign-in: addresses, scripts, login pages, refusals, forms, and what is told of them. */
class SignInTextsTest {
    private static final URI LOGIN = URI.create("https://host:8443/p/iam/login?servicename=S&serviceurl=a%26b&x=y");

    private static WebPage page(String text) {
        return new WebPage(LOGIN, 200, text);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Host:8443, https://host:8443",
        "' https://host/ ', https://host",
        "https://host/prefix/, https://host/prefix",
        "https://host:8443/iam/u/h#sessions/userauthtoken, https://host:8443",
        "https://host/a/b/iam/?x=y, https://host/a/b",
        "https://host/iam, https://host",
        "https://host/iamb, https://host/iamb",
        "HTTP://localhost:80, http://localhost:80",
        "http://127.0.0.1:9, http://127.0.0.1:9",
        "http://[::1]:9, http://[::1]:9"
    })
    void an_address_is_origin_and_prefix(String text, String address) throws Exception {
        assertEquals(address, ServerAddress.of(text, false).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "host", "ftp://host", "https://", "https://user@host", "https://host:0", "https://host:65536", "https:host",
                "https://ho st", "//host"
            })
    void what_is_no_address_is_refused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ServerAddress.of(text, true)).getMessage();
        assertTrue(message.length() > 20);
    }

    @Test
    void the_place_of_an_error_is_told() {
        String message = assertThrows(IllegalArgumentException.class, () -> ServerAddress.of("https://h o", true))
                .getMessage();
        // Java says where: later versions name the blank, earlier ones what it is in.
        assertTrue(message.matches(".* at character (9|10)\\. .*"), message);
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.of(null, true));
    }

    @Test
    void plain_http_needs_leave_unless_it_is_this_machine() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.of("http://host", false));
        assertEquals("http://host:65535", ServerAddress.of("http://host:65535", true).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/iam/u/h#x, https://host/iam/u/h",
        "next?a=b, https://host/iam/next?a=b",
        "https://HOST:443/x, https://HOST:443/x",
        "' /a b ', https://host/a%20b"
    })
    void a_link_is_followed_on_the_same_origin(String link, String target) throws Exception {
        ServerAddress address = ServerAddress.of("https://host", false);
        assertEquals(target, address.resolve(URI.create("https://host/iam/login"), link, "Follow").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere/x", "http://host/", "https://host:444/", "https://host.evil/", "mailto:a@host", "https://host@evil/",
                "javascript:alert(1)", "https://[", "\\\\elsewhere"
            })
    void a_link_to_elsewhere_is_refused(String link) throws Exception {
        ServerAddress address = ServerAddress.of("https://host", false);
        assertProblem(Problem.FOREIGN_ADDRESS, () -> address.resolve(URI.create("https://host/iam/login"), link, "Follow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window.parent.location.href='/a'|/a",
                "location = \"\\x2fb\\u0063\\/d\"|/bc/d",
                "location.replace( '/r' )|/r",
                "location.assign(\"/s\")|/s",
                "location.href=''; location.href='#x'; location.href='javascript:y'; location.href='/z'|/z",
                "mylocation='/a'|",
                "location.href=target|",
                "location == '/a'|"
            })
    void a_script_sends_the_browser_somewhere_or_nowhere(String script, String target) {
        assertEquals(target, ScriptText.redirect(script).orElse(null));
    }

    @Test
    void a_string_of_4000_characters_is_the_longest() {
        String longest = "/" + "x".repeat(3_999);
        assertEquals(longest, ScriptText.redirect("location='" + longest + "'").orElseThrow());
        assertTrue(ScriptText.redirect("location='" + longest + "x'").isEmpty());
        String escaped = "\\/".repeat(3_000) + "x".repeat(1_000);
        assertEquals("/".repeat(3_000) + "x".repeat(1_000), ScriptText.redirect("location='" + escaped + "'").orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "showsuccess('u','x')|showsuccess|u",
                "a; showerror ( \"n\\\"o\" )|showerror|n\"o",
                "showhiperror('HIP_REQUIRED')|showhiperror|HIP_REQUIRED",
                "switchto(next)|switchto|''"
            })
    void a_reply_in_script_is_a_call(String script, String function, String argument) {
        ScriptText.Call call = ScriptText.call(script).orElseThrow();
        assertEquals(function, call.function());
        assertEquals(argument.equals("''") ? "" : argument, call.argument());
    }

    @Test
    void other_scripts_are_no_reply() {
        assertTrue(ScriptText.call("noshowerror('x')").isEmpty());
        assertTrue(ScriptText.call("").isEmpty());
    }

    @Test
    void globals_and_escapes_are_read() {
        assertEquals("n=v", ScriptText.global("var csrfParam = 'n=v';", "csrfParam").orElseThrow());
        assertEquals("n=v", ScriptText.global("{\"csrfParam\":\"n=v\"}", "csrfParam").orElseThrow());
        assertTrue(ScriptText.global("xcsrfParam = 'n=v'", "csrfParam").isEmpty());
        assertEquals("a\n\t\rb\\", ScriptText.unescape("a\\n\\t\\rb\\"));
        assertEquals("xx4 x41 uu00 A", ScriptText.unescape("\\x\\x4 \\x41 \\u\\u00 \\u0041").replace("A u", "x41 u"));
        assertEquals("x4", ScriptText.unescape("\\x4"));
        assertEquals("u004", ScriptText.unescape("\\u004"));
        assertEquals("A", ScriptText.unescape("\\x41"));
        assertEquals("\0", ScriptText.unescape("\\x00"));
        assertEquals("xg0", ScriptText.unescape("\\xg0"));
        assertEquals("\u00e9/", ScriptText.unescape("\\xe9\\/"));
    }

    @ParameterizedTest
    @CsvSource({
        "Please enter the CAPTCHA, CAPTCHA_REQUIRED",
        "HIP_REQUIRED, CAPTCHA_REQUIRED",
        "Your account is locked, ACCOUNT_LOCKED",
        "This user is blocked, ACCOUNT_LOCKED",
        "Too many sign-in attempts, SIGN_IN_LIMIT",
        "Login limit exceeded, SIGN_IN_LIMIT",
        "Enter the verification code, SECOND_FACTOR_REQUIRED",
        "MFA is required, SECOND_FACTOR_REQUIRED",
        "Invalid password, WRONG_PASSWORD",
        "A clockwork unlocks nothing, WRONG_PASSWORD",
        "'', WRONG_PASSWORD"
    })
    void a_refusal_is_understood_by_its_words(String said, Problem problem) {
        var refusal = SignInRefusal.of("Sign in", said, said);
        assertEquals(problem, refusal.problem());
        assertEquals(said.isEmpty() ? "the server refused it" : "the server says: " + said, refusal.observed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<form><input name=LOGIN_ID><input name=PASSWORD type=password></form>|CLASSIC",
                "<form action='javascript:;'><input name=LOGIN_ID><input name=PASSWORD></form>|CLASSIC",
                "<form action='/p/iam/login?a=b'><input name=LOGIN_ID><input name=PASSWORD></form>|CLASSIC",
                "<form action='/p/iam/signin/auth?x'><input name=LOGIN_ID><input name=PASSWORD></form>|AUTH",
                "<form><input name=LOGIN_ID><input type=password></form><script>u='/signin/auth'</script>|AUTH",
                "<form><input name=LOGIN_ID></form><script src='/js/signin/v2.js'></script>|V2",
                "<form action='/other'><input name=u><input type=password name=p></form>|FORM",
                "<form action='https://else/p/iam/login'><input name=u><input type=password name=p></form>|FORM",
                "<form><input name=u><input type=password name=p></form>|FORM",
                "<form action='/other'><input name=LOGIN_ID></form>|",
                "<form><input name=u></form>|",
                "<p>Welcome</p>|"
            })
    void a_login_page_tells_its_generation(String text, LoginGeneration generation) {
        assertEquals(generation, new LoginPage(page(text)).generation(""));
    }

    @Test
    void a_script_that_was_loaded_tells_it_too() {
        LoginPage page = new LoginPage(page("<form><input name=LOGIN_ID></form>"));
        assertEquals(LoginGeneration.V2, page.generation("post('/signin/v2/lookup')"));
        assertEquals(LoginGeneration.AUTH, page.generation("post('signin/auth')"));
        assertNull(page.generation(""));
    }

    @Test
    void a_login_page_has_companions() {
        LoginPage login = new LoginPage(page(
                "<form><input type=hidden name=a value=1><input type=hidden name=servicename value=T><input type=password></form>"));
        assertEquals(Map.of("a", "1", "servicename", "T", "serviceurl", "a&b"), login.companions());
        assertEquals("", login.action());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<input name=captcha>|true",
                "<input name=HIP>|true",
                "<input type=hidden name=captcha>|false",
                "<div hidden><input name=captcha></div>|false",
                "<div style='display: none'><input name=captcha></div>|false",
                "<input name=other>|false"
            })
    void a_captcha_counts_if_it_shows(String field, boolean shows) {
        assertEquals(shows, new LoginPage(page("<form><input type=password>" + field + "</form>")).showsCaptcha());
    }

    @Test
    void pages_are_told_by_their_content() {
        assertTrue(page(" \n<p>").isMarkup());
        assertFalse(page("x<p>").isMarkup());
        assertTrue(page(" {").isJson());
        assertFalse(page("[").isJson());
        assertTrue(page("<div id=zcontiner></div>").isShell());
        assertFalse(page("{<div id=zcontiner></div>").isShell());
        assertEquals("a b", page("a <b>b</b>").visibleText());
        assertEquals("a b", page("<p>a</p><p>b").visibleText());
        assertEquals("/x", page("<meta http-equiv=Refresh content=\"0; URL='/x'\">").redirect().orElseThrow());
        assertEquals("/s", page("<script>location='/s'</script><meta http-equiv=refresh content='0;url=/x'>")
                .redirect()
                .orElseThrow());
        assertTrue(page("<meta http-equiv=refresh content=30>").redirect().isEmpty());
        assertEquals("page of 3 characters, status 200", page("<p>").toString());
    }

    @Test
    void the_global_csrf_pair_comes_before_the_field() {
        String field = "<input type=hidden name=iamcsrcoo value=f>";
        assertEquals("f", page(field).csrf().orElseThrow().value());
        assertEquals("g", page(field + "<script>csrfParam='iamcsrcoo=g'</script>").csrf().orElseThrow().value());
        assertEquals("f", page(field + "<script>csrfParam='=g'</script>").csrf().orElseThrow().value());
        assertTrue(page("<input type=hidden name=iamcsrcoo value=' '>").csrf().isEmpty());
        assertTrue(page("<input type=text name=iamcsrcoo value=f>").csrf().isEmpty());
        assertTrue(CsrfPair.ofParam("iamcsrcoo=").isEmpty());
        assertEquals("n", new CsrfPair("n", "secret").toString());
    }

    @Test
    void a_form_is_sent_in_order_and_told_by_its_size() {
        FormBody body = new FormBody().with("a", "1 &").with((CsrfPair) null).with(new CsrfPair("c", "=")).withAll(Map.of("d", ""));
        assertEquals("a=1+%26&c=%3D&d=", body.encoded());
        assertEquals("form with 3 fields", body.toString());
        assertEquals(Map.of("a", "1", "b c", "%zz"), FormBody.decode("a=1&b+c=%zz&a=2&=x&y"));
        assertEquals(Map.of(), FormBody.decode(null));
    }

    @Test
    void an_excerpt_is_one_short_line_without_secrets() {
        Redactor secrets = new Redactor();
        secrets.add("pa ss&");
        secrets.add("ab");
        secrets.add(null);
        assertEquals("x *** *** ab", secrets.excerpt("x pa ss& pa+ss%26\n\u202e ab \u0007"));
        assertEquals("é".repeat(200), secrets.excerpt("é".repeat(200)));
        assertEquals("é".repeat(200) + "…", secrets.excerpt("é".repeat(201)));
        assertEquals("", secrets.excerpt("\u00a0 \t"));
        assertEquals("redactor", secrets.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p<a>&\"s's /w\u00f6rd", "p<a>&\"s's  /w\u00f6rd", "p&lt;a&gt;&amp;\"s's  /w\u00f6rd",
                "p&lt;a&gt;&amp;&quot;s&#39;s  /w\u00f6rd", "p<a>&\\\"s's  /w\u00f6rd", "p<a>&\\\"s's  \\/w\u00f6rd",
                "p<a>&\\\"s's  /w\\u00f6rd", "p%3Ca%3E%26%22s%27s++%2Fw%C3%B6rd"
            })
    void a_secret_is_redacted_in_each_form_in_which_a_server_may_echo_it(String echo) {
        Redactor redactor = new Redactor();
        redactor.add("p<a>&\"s's  /w\u00f6rd");
        assertEquals("You sent *** to us", redactor.excerpt("You sent " + echo + " to us"));
    }

    @Test
    void json_errors_are_told_apart() {
        assertTrue(JsonError.of("{\"code\":\"Z101\"}").throttles());
        assertTrue(JsonError.of("{\"cause\":\"THROTTLES_limit_exceeded\"}").throttles());
        assertFalse(JsonError.of("{\"cause\":\"x\"}").throttles());
        assertTrue(JsonError.of("{\"code\":\"Z113\"}").sessionGone());
        assertFalse(JsonError.of("{}").sessionGone());
        assertTrue(JsonError.of("{\"cause\":\"invalid_password_token\"}").wantsPassword());
        assertFalse(JsonError.of("{broken").wantsPassword());
    }
}
