package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
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
}
