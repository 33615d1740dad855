package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Login pages that are built otherwise than the test server builds them (section 4 of the wire contract). */
class LoginPageTest {
    private static final URI ADDRESS =
            URI.create("https://host:8443/proxy/iam/signin?servicename=S&serviceurl=a%26b&x=y");
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
        "/proxy/iam/signin/auth?x, AUTH",
        "./signin/auth, AUTH",
        "https://host:8443/proxy/iam/signin/auth, AUTH",
        "signin/v2/lookup, V2",
        "/proxy/iam/signin/v2, V2",
        "/proxy/iam/signin/v2/lookup, V2",
        "j_security_check, FORM",
        "/other, FORM",
        "signin/authenticate, FORM",
        "/proxy/iam/signin, CLASSIC",
        "/proxy/iam/signin?a=b, CLASSIC",
        "https://host:8443/proxy/iam/signin, CLASSIC",
        "https://other:8443/proxy/iam/signin, FORM",
        "?again=1, CLASSIC",
        "#, CLASSIC",
        "javascript:void(0), CLASSIC",
        "'', CLASSIC",
        "ht tp://[, FORM"
    })
    void the_action_of_the_form_decides_the_generation(String action, LoginGeneration generation) {
        assertEquals(generation, form(action).generation(""));
    }

    @ParameterizedTest
    @CsvSource({
        "var a = 'signin/v2', V2",
        "post('signin/auth'), AUTH",
        "post('/iam/signin/auth'), AUTH",
        "nothing, CLASSIC"
    })
    void without_a_usable_action_scripts_decide(String script, LoginGeneration generation) {
        assertEquals(
                generation,
                page("<form>" + FIELDS + "</form><script>" + script + "</script>")
                        .generation(""));
        assertEquals(generation, page("<form>" + FIELDS + "</form>").generation(script));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<form><input name=LOGIN_ID><input name=PASSWORD></form>|CLASSIC",
                "<form><input name=LOGIN_ID><input type=password></form><script>u='/signin/auth'</script>|AUTH",
                "<form><input name=LOGIN_ID></form><script src='/js/signin/v2.js'></script>|V2",
                "<form><input name=user><input name=secret type=password></form>|FORM",
                "<form action='/other'><input name=user><input type=password name=secret></form>|FORM",
                "<form action='/other'><input name=LOGIN_ID></form>|",
                "<form action=/search><input name=q></form>|",
                "<p>Welcome</p>|"
            })
    void fields_of_other_names_are_a_plain_form_and_without_a_place_for_the_password_there_is_no_login(
            String html, LoginGeneration generation) {
        assertEquals(generation, page(html).generation(""));
    }

    @Test
    void a_loaded_script_names_the_generation_of_a_page_that_asks_for_the_name_only() {
        LoginPage page = page("<form><input name=LOGIN_ID></form>");
        assertEquals(LoginGeneration.V2, page.generation("post('/signin/v2/lookup')"));
        assertEquals(LoginGeneration.AUTH, page.generation("post('signin/auth')"));
        assertNull(page.generation(""));
    }

    @ParameterizedTest
    @CsvSource({
        "<input name=captcha>, true",
        "<input name=HIP_CODE>, true",
        "<input name=HIP>, true",
        "<input name=captcha type=hidden>, false",
        "<div style='display: none'><input name=captcha></div>, false",
        "<div hidden><input name=captcha></div>, false",
        "<div><input name=code></div>, false"
    })
    void a_captcha_is_one_that_shows(String field, boolean shows) {
        assertEquals(shows, page("<form>" + FIELDS + field + "</form>").showsCaptcha());
    }

    @Test
    void the_hidden_fields_and_the_service_of_the_address_are_sent_along() {
        String hidden = "<input type=hidden name=a value=1><input type=hidden name=servicename value=T>";
        assertEquals(
                Map.of("a", "1", "servicename", "T", "serviceurl", "a&b"),
                page("<form>" + FIELDS + hidden + "</form>").companions());
        assertEquals(
                Map.of("servicename", "S", "serviceurl", "a&b"),
                page("<p>no form</p>").companions());
    }

    @Test
    void a_form_without_an_action_has_an_empty_one() {
        assertEquals("", page("<form>" + FIELDS + "</form>").action());
    }
}
