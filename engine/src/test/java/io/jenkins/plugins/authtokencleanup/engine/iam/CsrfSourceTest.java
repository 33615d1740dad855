package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.Cookies;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfTokens;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which CSRF pair is sent: that of the page, as its cookie has it now, or else the usual cookie's (section 3). */
class CsrfSourceTest {
    private final Redactor secrets = new Redactor();
    private final Cookies cookies = new Cookies(secrets);
    private final CsrfTokens source = new CsrfTokens(cookies, secrets);

    private void cookie(String text) throws IOException {
        cookies.put(URI.create("https://host/iam/u/h"), Map.of("Set-Cookie", List.of(text + "; Path=/")));
    }

    @Test
    void without_any_there_is_none() throws IOException {
        assertNull(source.pair());
        assertTrue(source.fresh());
        cookie("other=value");
        cookie("iamcsr=");
        assertNull(source.pair());
    }

    @Test
    void the_usual_cookie_will_do() throws IOException {
        cookie("other=value");
        cookie("iamcsr=one");
        assertEquals(new CsrfPair("iamcsrcoo", "one"), source.pair());
    }

    @Test
    void a_pair_of_the_page_follows_the_cookie_that_has_its_value() throws IOException {
        cookie("other=value");
        cookie("xsrf=first");
        source.see(new CsrfPair("param", "first"));
        assertEquals(new CsrfPair("param", "first"), source.pair());
        assertTrue(source.fresh());
        cookie("xsrf=second");
        assertEquals(new CsrfPair("param", "second"), source.pair());
        cookie("xsrf=");
        assertEquals(new CsrfPair("param", "first"), source.pair());
    }

    @Test
    void a_pair_that_is_in_no_cookie_has_to_be_read_afresh() throws IOException {
        cookie("iamcsr=other");
        source.see(new CsrfPair("param", "shown"));
        assertEquals(new CsrfPair("param", "shown"), source.pair());
        assertFalse(source.fresh());
    }

    @Test
    void values_are_secrets_from_three_characters_on() throws IOException {
        source.see(new CsrfPair("param", "shown"));
        cookie("session=hidden");
        secrets.add("abc");
        secrets.add("xy");
        assertEquals("*** *** *** xy", secrets.excerpt("shown hidden abc xy"));
    }
}
