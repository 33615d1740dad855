package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import io.jenkins.plugins.authtokencleanup.testserver.Echo;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that says the password back, in whatever form: no message has it. */
class EchoedPasswordTest {
    private static final String PASSWORD = "pa<s>&\"s'/  w\u00f6rd";
    private static final String CLASSIC = "<form><input name=LOGIN_ID><input type=password name=PASSWORD></form>";
    private static final String V2 = "<form><input name=LOGIN_ID></form><script>go('/signin/v2/lookup')</script>";

    private final CannedServer server = new CannedServer();

    EchoedPasswordTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void in_a_script(Echo echo) throws Exception {
        assertNoMessageHasIt(CLASSIC, "/iam/login", "showerror(\"No: " + quoted(echo) + "\")");
    }

    @ParameterizedTest
    @EnumSource
    void in_json(Echo echo) throws Exception {
        assertNoMessageHasIt(
                V2, "/iam/signin/v2/lookup/admin@example.com", "{\"message\":\"No: " + quoted(echo) + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void in_a_page(Echo echo) throws Exception {
        assertNoMessageHasIt(CLASSIC, "/iam/login", page(echo));
    }

    @ParameterizedTest
    @EnumSource
    void in_a_page_in_place_of_json(Echo echo) throws Exception {
        assertNoMessageHasIt(V2, "/iam/signin/v2/lookup/admin@example.com", page(echo));
    }

    private static String page(Echo echo) {
        return "<html><p>No: " + echo.of(PASSWORD) + "</p></html>";
    }

    private static String quoted(Echo echo) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(echo.of(PASSWORD)));
    }

    private void assertNoMessageHasIt(String loginPage, String path, String reply) throws Exception {
        server.login(loginPage, false).on(path, 200, reply);
        SignInFlow flow = new SignInFlow(server.session(), new Credentials("admin@example.com", PASSWORD));
        flow.findLoginPage();
        String message = assertThrows(CleanupException.class, flow::signIn).getMessage();
        String letters = message.replaceAll("\\s", "");
        for (String part : List.of("pa<", "pa&", "w\u00f6rd", "w\\u00f6rd", "w%C3%B6rd")) {
            assertFalse(letters.contains(part), message);
        }
        assertTrue(message.contains("***"), message);
    }
}
