package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
                "<p>|false",
                "<div id=zcontiner></div>|true",
                "{<div id=zcontiner></div>|false"
            })
    void the_account_page_is_recognized_by_its_container_or_by_both_of_its_menus(String text, boolean shell) {
        assertEquals(shell, page(text).isShell());
    }

    @Test
    void markup_and_json_are_recognized_by_their_first_character() {
        assertTrue(page(" \n<p>").isMarkup());
        assertFalse(page("x<p>").isMarkup());
        assertTrue(page(" {").isJson());
        assertFalse(page("[").isJson());
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
        String meta = "<meta http-equiv=refresh content='"
                + content.replace("'", "&#39;").replace(" = ", "=") + "'>";
        assertEquals("/x", page(meta).redirect().orElse("nowhere"));
    }

    @Test
    void a_script_redirects_before_a_meta_element_and_a_reload_of_the_page_is_no_redirect() {
        assertEquals(
                "/x",
                page("<meta http-equiv=Refresh content=\"0; URL='/x'\">")
                        .redirect()
                        .orElseThrow());
        assertEquals(
                "/s",
                page("<script>location='/s'</script><meta http-equiv=refresh content='0;url=/x'>")
                        .redirect()
                        .orElseThrow());
        assertTrue(page("<meta http-equiv=refresh content=30>").redirect().isEmpty());
    }

    @Test
    void visible_text_is_what_a_person_would_read_and_only_its_size_is_printed() {
        assertEquals("a b", page("a <b>b</b>").visibleText());
        assertEquals("a b", page("<p>a</p><p>b").visibleText());
        assertEquals("page of 3 characters, status 200", page("<p>").toString());
    }

    @Test
    void it_is_described_by_its_status_and_what_a_person_would_see() {
        assertEquals("HTTP 200: a b", page("<p>a</p><p>b").described(new Redactor()));
        assertEquals("HTTP 200: a b", page("a\0 <b>b</b>").described(new Redactor()));
        assertEquals("HTTP 200 with nothing to read in it", page("<p></p>").described(new Redactor()));
    }

    @Test
    void the_global_csrf_pair_comes_before_the_field() {
        String field = "<input type=hidden name=iamcsrcoo value=f>";
        assertEquals("f", page(field).csrf().orElseThrow().value());
        assertEquals(
                "g",
                page(field + "<script>csrfParam='iamcsrcoo=g'</script>")
                        .csrf()
                        .orElseThrow()
                        .value());
        assertEquals(
                "f",
                page(field + "<script>csrfParam='=g'</script>")
                        .csrf()
                        .orElseThrow()
                        .value());
        assertTrue(page("<input type=hidden name=iamcsrcoo value=' '>").csrf().isEmpty());
        assertTrue(page("<input type=text name=iamcsrcoo value=f>").csrf().isEmpty());
    }
}
