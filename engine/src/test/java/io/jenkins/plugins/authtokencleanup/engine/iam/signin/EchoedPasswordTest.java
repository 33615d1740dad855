package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.CannedServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that says the password back, in whatever form: no message has it. */
class EchoedPasswordTest {
    private static final String PASSWORD = "pa<s>&\"s'  w\u00f6rd";
    private static final String HTML = "pa&lt;s&gt;&amp;&quot;s&#39;  w\u00f6rd";
    private static final String JSON = new String(JsonStringEncoder.getInstance().quoteAsString(PASSWORD));
    private static final String CLASSIC = "<form><input name=LOGIN_ID><input type=password name=PASSWORD></form>";
    private static final String V2 = "<form><input name=LOGIN_ID></form><script>go('/signin/v2/lookup')</script>";

    private final CannedServer server = new CannedServer();

    EchoedPasswordTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    private String message() throws Exception {
        SignInFlow flow = new SignInFlow(server.session(), new Credentials("admin@example.com", PASSWORD));
        flow.findLoginPage();
        return assertThrows(CleanupException.class, flow::signIn).getMessage();
    }

    private static void assertSaysNoPassword(String message) {
        for (String part : List.of("pa<s>", "pa&lt;s", "w\u00f6rd", "w\\u00f6rd", "w%C3%B6rd")) {
            assertFalse(message.contains(part), message);
        }
        assertTrue(message.contains("***"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"showerror('No: %s')", "<html><p>No: %s</p></html>"})
    void in_a_script_or_a_page(String reply) throws Exception {
        String echo = reply.startsWith("<") ? HTML : PASSWORD.replace("'", "\\'");
        server.login(CLASSIC, false).on("/iam/login", 200, reply.formatted(echo));
        assertSaysNoPassword(message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errors\":[{\"code\":\"X1\",\"message\":\"No: %s\"}]}", "<p>%s</p>"})
    void in_json_or_a_page_in_its_place(String reply) throws Exception {
        server.login(V2, false)
                .on("/iam/signin/v2/lookup/admin@example.com", 200, reply.formatted(reply.startsWith("<") ? HTML : JSON));
        assertSaysNoPassword(message());
    }
}
