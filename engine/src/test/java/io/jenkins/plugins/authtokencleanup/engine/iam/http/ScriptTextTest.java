package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTextTest {
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
        assertEquals(
                "/".repeat(3_000) + "x".repeat(1_000),
                ScriptText.redirect("location='" + escaped + "'").orElse(""));
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
    void a_global_is_read_from_a_script_or_from_json() {
        assertEquals(
                "n=v", ScriptText.global("var csrfParam = 'n=v';", "csrfParam").orElseThrow());
        assertEquals(
                "n=v", ScriptText.global("{\"csrfParam\":\"n=v\"}", "csrfParam").orElseThrow());
        assertTrue(ScriptText.global("xcsrfParam = 'n=v'", "csrfParam").isEmpty());
    }

    @Test
    void escapes_of_a_string_are_resolved() {
        assertEquals("a\n\t\rb\\", ScriptText.unescape("a\\n\\t\\rb\\"));
        assertEquals("xx4 A uu00 A", ScriptText.unescape("\\x\\x4 \\x41 \\u\\u00 \\u0041"));
        assertEquals("x4", ScriptText.unescape("\\x4"));
        assertEquals("u004", ScriptText.unescape("\\u004"));
        assertEquals("A", ScriptText.unescape("\\x41"));
        assertEquals("\0", ScriptText.unescape("\\x00"));
        assertEquals("xg0", ScriptText.unescape("\\xg0"));
        assertEquals("\u00e9/", ScriptText.unescape("\\xe9\\/"));
    }
}
