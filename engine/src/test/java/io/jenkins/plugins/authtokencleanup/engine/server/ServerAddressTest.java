package io.jenkins.plugins.authtokencleanup.engine.server;

import static io.jenkins.plugins.authtokencleanup.engine.error.Problems.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://Host:8443, https://host:8443",
        "' https://host/ ', https://host",
        "https://host/prefix/, https://host/prefix",
        "https://host:8443/iam/u/h#sessions/userauthtoken, https://host:8443",
        "https://host/a/b/iam/?x=y, https://host/a/b",
        "https://host/iam, https://host",
        "https://host/iamb, https://host/iamb",
        "HTTP://localhost:80, http://localhost",
        "https://host:443/x/, https://host/x",
        "https://host:80, https://host:80",
        "http://127.0.0.1:9, http://127.0.0.1:9",
        "http://[::1]:9, http://[::1]:9"
    })
    void an_address_is_origin_and_prefix(String text, String address) throws Exception {
        assertEquals(address, ServerAddress.of(text, false).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "ftp://host",
                "https://",
                "https://user@host",
                "https://host:0",
                "https://host:65536",
                "https:host",
                "https://ho st",
                "//host"
            })
    void what_is_no_address_is_refused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ServerAddress.of(text, true))
                .getMessage();
        assertTrue(message.length() > 20);
    }

    @Test
    void an_error_names_its_position() {
        String message = assertThrows(IllegalArgumentException.class, () -> ServerAddress.of("https://h o", true))
                .getMessage();
        // The position comes from Java: later versions give the blank, earlier ones the part that contains it.
        assertTrue(message.matches(".* at character (9|10)\\. .*"), message);
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.of(null, true));
    }

    @Test
    void plain_http_needs_leave_unless_it_is_this_machine() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.of("http://host", false));
        assertEquals(
                "http://host:65535", ServerAddress.of("http://host:65535", true).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/iam/u/h#x, https://host/iam/u/h",
        "next?a=b, https://host/iam/next?a=b",
        "https://HOST:443/x, https://HOST:443/x",
        "' /a b ', https://host/a%20b",
        "?step=2, https://host/iam/login?step=2",
        "'', https://host/iam/login?step=1",
        "signin/auth, https://host/iam/signin/auth",
        "#x, https://host/iam/login?step=1"
    })
    void a_link_on_the_same_origin_is_resolved_as_a_browser_does(String link, String target) throws Exception {
        ServerAddress address = ServerAddress.of("https://host", false);
        URI page = URI.create("https://host/iam/login?step=1");
        assertEquals(target, address.resolve(page, link, "Follow").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere/x",
                "http://host/",
                "https://host:444/",
                "https://host.evil/",
                "mailto:a@host",
                "https://host@evil/",
                "javascript:alert(1)",
                "https://[",
                "\\\\elsewhere"
            })
    void a_link_to_elsewhere_is_refused(String link) throws Exception {
        ServerAddress address = ServerAddress.of("https://host", false);
        assertProblem(
                Problem.FOREIGN_ADDRESS, () -> address.resolve(URI.create("https://host/iam/login"), link, "Follow"));
    }
}
