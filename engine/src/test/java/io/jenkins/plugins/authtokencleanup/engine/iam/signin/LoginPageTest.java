package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Login pages that are built otherwise than the test server builds them (section 4 of the wire contract). */
class LoginPageTest {
    private static final URI ADDRESS = URI.create("https://host:8443/proxy/iam/signin?servicename=x");
    private static final String FIELDS = "<input name=LOGIN_ID><input name=PASSWORD type=password>";

    private static LoginPage page(String html) {
        return new LoginPage(new WebPage(ADDRESS, 200, "<html><body>" + html + "</body></html>"));
    }

    private static LoginPage form(String action) {
        return page("<form method=post action=\"" + action + "\">" + FIELDS + "</form>");
    }

    @ParameterizedTest
    @CsvSource({
        "/proxy/iam/signin/auth, AUTH",
        "signin/auth, AUTH",
        "signin/auth?x=y, AUTH",
        "./signin/auth, AUTH",
        "https://host:8443/proxy/iam/signin/auth, AUTH",
        "signin/v2/lookup, V2",
        "/proxy/iam/signin/v2, V2",
        "/proxy/iam/signin/v2/lookup, V2",
        "j_security_check, FORM",
        "/other, FORM",
        "signin/authenticate, FORM",
        "/proxy/iam/signin, CLASSIC",
        "https://host:8443/proxy/iam/signin, CLASSIC",
        "https://other:8443/proxy/iam/signin, FORM",
        "?again=1, CLASSIC",
        "#, CLASSIC",
        "javascript:void(0), CLASSIC",
        "'', CLASSIC",
        "ht tp://[, FORM"
    })
    void the_generation_is_told_by_where_the_form_leads(String action, LoginGeneration generation) {
        assertEquals(generation, form(action).generation(""));
    }

    @ParameterizedTest
    @CsvSource({
        "var a = 'signin/v2', V2",
        "post('signin/auth'), AUTH",
        "post('/iam/signin/auth'), AUTH",
        "nothing, CLASSIC"
    })
    void without_a_usable_action_scripts_tell_it(String script, LoginGeneration generation) {
        assertEquals(generation, page("<form>" + FIELDS + "</form><script>" + script + "</script>").generation(""));
        assertEquals(generation, page("<form>" + FIELDS + "</form>").generation(script));
    }

    @ParameterizedTest
    @CsvSource({
        "?step=2, https://host/iam/login?step=2",
        "'', https://host/iam/login?step=1",
        "signin/auth, https://host/iam/signin/auth",
        "#x, https://host/iam/login?step=1"
    })
    void a_link_is_understood_as_a_browser_does(String link, String target) throws Exception {
        ServerAddress address = ServerAddress.of("https://host", false);
        URI page = URI.create("https://host/iam/login?step=1");
        assertEquals(target, address.resolve(page, link, "Follow").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<input name=LOGIN_ID><input name=PASSWORD>|CLASSIC",
                "<input name=LOGIN_ID><input name=PASSWORD type=password>|CLASSIC",
                "<input id=LOGIN_ID><input id=PASSWORD>|CLASSIC",
                "<input name=LOGIN_ID><input name=PASSWORD><script>u='/signin/auth'</script>|AUTH",
                "<input name=LOGIN_ID>|",
                "<input name=PASSWORD>|",
                "<form><input name=LOGIN_ID></form><input id=PASSWORD>|"
            })
    void fields_outside_of_any_form_are_found_if_both_are_there(String html, LoginGeneration generation) {
        assertEquals(generation, page(html).generation(""));
    }

    @Test
    void fields_of_other_names_are_a_plain_form() {
        LoginPage page = page("<form><input name=user><input name=secret type=password></form>");
        assertEquals(LoginGeneration.FORM, page.generation(""));
    }

    @Test
    void a_page_without_a_place_for_the_password_is_no_login_page() {
        assertNull(page("<form action=/search><input name=q></form>").generation(""));
        assertNull(page("<p>Welcome</p>").generation(""));
    }

    @ParameterizedTest
    @CsvSource({
        "<input name=captcha>, true",
        "<input name=HIP_CODE>, true",
        "<input name=captcha type=hidden>, false",
        "<div style='display: none'><input name=captcha></div>, false",
        "<div hidden><input name=captcha></div>, false",
        "<div><input name=code></div>, false"
    })
    void a_captcha_is_one_that_shows(String field, boolean shows) {
        assertEquals(shows, page("<form>" + FIELDS + field + "</form>").showsCaptcha());
    }

    @Test
    void what_goes_along_is_the_hidden_fields_and_the_service_of_the_address() {
        LoginPage page = page("<form>" + FIELDS + "<input type=hidden name=a value=b></form>");
        assertEquals("b", page.companions().get("a"));
        assertEquals("x", page.companions().get("servicename"));
        assertFalse(page.companions().containsKey("LOGIN_ID"));
        assertTrue(page("<p>no form</p>").companions().containsKey("servicename"));
    }
}
