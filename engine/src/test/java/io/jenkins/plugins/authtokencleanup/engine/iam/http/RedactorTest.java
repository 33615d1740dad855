package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

    @Test
    void a_long_text_is_cut_and_does_not_end_in_the_beginning_of_a_secret() {
        Redactor redactor = new Redactor();
        redactor.add("pa55word");
        assertEquals("***", redactor.excerpt("pa55word".repeat(12_499) + "pa55pa55word"));
        assertEquals("x***", redactor.excerpt("x" + "pa55word".repeat(20_000)));
    }

    @Test
    void a_copy_with_more_secrets_leaves_the_first_one_as_it_is() {
        Redactor redactor = new Redactor();
        redactor.add("pa55word");
        assertEquals("*** ***", redactor.with(List.of("ha-nd-le")).excerpt("pa55word ha-nd\n-le"));
        assertEquals("ha-nd-le", redactor.excerpt("ha-nd-le"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p<a>&\"s's /w\u00f6rd",
                "p<a>&\"s's  /w\u00f6rd",
                "p&lt;a&gt;&amp;\"s's  /w\u00f6rd",
                "p&lt;a&gt;&amp;&quot;s&#39;s  /w\u00f6rd",
                "p<a>&\\\"s's  /w\u00f6rd",
                "p<a>&\\\"s's  \\/w\u00f6rd",
                "p<a>&\\\"s's  /w\\u00f6rd",
                "p%3Ca%3E%26%22s%27s++%2Fw%C3%B6rd",
                "p%3Ca%3E%26%22s%27s%20%20%2Fw%C3%B6rd",
                "p<a>&\\\\\\\"s's  /w\u00f6rd",
                "p&\\\\\\\"s's  /w\\\\u00f6rd",
                "p<a>\r\n&\"s's\u00a0/w\n\u00f6rd",
                "p<a>&\"s\u200b's/w\u00f6rd"
            })
    void a_secret_is_redacted_in_each_form_in_which_a_server_may_echo_it(String echo) {
        Redactor redactor = new Redactor();
        redactor.add("p<a>&\"s's  /w\u00f6rd");
        assertEquals("You sent *** to us", redactor.excerpt("You sent " + echo + " to us"));
    }
}
