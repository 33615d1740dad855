package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {
    private static WebPage page(String text) {
        return new WebPage(URI.create("https://host/iam/u/h"), 200, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p id=zcontiner>|true",
                "<p id=userauthtoken><p id=sessions>|true",
                "<p id=userauthtoken>|false",
                "<p id=sessions>|false",
                "<p>|false"
            })
    void the_account_page_is_told_by_its_container_or_by_both_of_its_menus(String text, boolean shell) {
        assertEquals(shell, page(text).isShell());
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_page() {
        assertEquals("{}", page("\ufeff{}").text());
        assertTrue(page("\ufeff {}").isJson());
        assertTrue(page("\ufeff<p>").isMarkup());
    }

    @ParameterizedTest
    @ValueSource(strings = {"url=/x", "0;url=/x", "0; URL = '/x'", "3; url=\"/x\""})
    void a_meta_element_sends_the_browser_on(String content) {
        String meta = "<meta http-equiv=refresh content='" + content.replace("'", "&#39;").replace(" = ", "=") + "'>";
        assertEquals("/x", page(meta).redirect().orElse("nowhere"));
    }

    @Test
    void it_is_described_by_its_status_and_what_a_person_would_see() {
        assertEquals("HTTP 200: a b", page("<p>a</p><p>b").described(new Redactor()));
        assertEquals("HTTP 200: a b", page("a\0 <b>b</b>").described(new Redactor()));
        assertEquals("HTTP 200 with nothing to read in it", page("<p></p>").described(new Redactor()));
    }
}
