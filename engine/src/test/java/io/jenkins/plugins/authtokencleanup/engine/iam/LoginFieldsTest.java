package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Login pages whose fields are not where one expects them, and what their forms' addresses mean. */
class LoginFieldsTest {
    private static final URI LOGIN = URI.create("https://host:8443/p/iam/login");

    private static LoginGeneration generation(String page) {
        return new LoginPage(new WebPage(LOGIN, 200, page)).generation("");
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
    void fields_outside_of_any_form_are_found_if_both_are_there(String page, LoginGeneration generation) {
        assertEquals(generation, generation(page));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/p/iam/signin/v2/lookup|V2",
                "/p/iam/signin/auth|AUTH",
                "/p/iam/login|CLASSIC",
                "https://host:8443/p/iam/login|CLASSIC",
                "https://other:8443/p/iam/login|FORM",
                "/elsewhere|FORM",
                "http://[|FORM"
            })
    void the_address_of_the_form_tells_the_generation(String action, LoginGeneration generation) {
        String fields = "<input name=LOGIN_ID><input name=PASSWORD type=password>";
        assertEquals(generation, generation("<form action='" + action + "'>" + fields + "</form>"));
    }
}
