package io.jenkins.plugins.authtokencleanup.engine.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A glob fits the whole text, a regular expression any part of it. */
class ProtectPatternTest {

    private static boolean protects(String pattern, String description, String... scopes) {
        return ProtectPattern.of(pattern)
                .protects(new AuthToken(
                        description,
                        List.of(scopes),
                        "",
                        "",
                        null,
                        LastAccess.NEVER,
                        "-",
                        new RemovalHandle("h"),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "etl, etl, true",
        "etl, etl-2, false",
        "etl, my-etl, false",
        "etl*, etl-nightly, true",
        "etl*, etl, true",
        "etl*, my-etl, false",
        "*etl, my-etl, true",
        "*nightly*, an etl-nightly job, true",
        "e?l, etl, true",
        "e?l, el, false",
        "e?l, ettl, false",
        "e??l, ettl, true",
        "a**b, axxb, true",
        "a**b, axx, false",
        "**, anything, true",
        "'a*?', a, false",
        "'a*?', ab, true",
        "'*?*', '', false",
        "a.c, abc, false",
        "ETL-*, etl-nightly, true",
        "'a*b?c*', 'aXXbYcZZ', true",
        "'a*b?c*', 'aXXbcZZ', false",
        "'[x]*', '[x]y', true",
        "'[x]*', 'xy', false",
        "regex:^e, etl, true",
        "regex:t, etl, true",
        "regex:^t, etl, false",
        "regex:ETL, etl, false"
    })
    void a_description_fits_or_not(String pattern, String description, boolean fits) {
        assertEquals(fits, protects(pattern, description));
    }

    @Test
    void a_star_goes_over_the_end_of_a_line() {
        assertTrue(protects("a*z", "a\nz"));
    }

    @ParameterizedTest
    @CsvSource({
        "ZROP/reportsapi, true",
        "zrop, true",
        "reportsapi, true",
        "report*, true",
        "ZROP/*, true",
        "rop, false",
        "ZROP/, false",
        "crmapi, true",
        "plain, true"
    })
    void a_scope_fits_by_service_by_name_or_whole(String pattern, boolean fits) {
        assertEquals(fits, protects(pattern, "x", "ZROP/reportsapi", "/crmapi", "plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "regex:", " regex: ", "Regex: ", "\u200b"})
    void an_empty_pattern_is_refused(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> ProtectPattern.of(pattern));
    }

    @Test
    void an_error_names_its_position() {
        String message = assertThrows(IllegalArgumentException.class, () -> ProtectPattern.of("regex:ab(c"))
                .getMessage();
        assertEquals("Not a regular expression: Unclosed group at character 5 of \"ab(c\"", message);
    }

    @Test
    void an_error_without_a_position_is_reported_too() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ProtectPattern.of("regex:*a"))
                .getMessage()
                .contains(" at character 1 of "));
    }

    @Test
    void an_expression_that_would_take_for_ever_protects() {
        assertTrue(protects("regex:(.*a){12}c", "a".repeat(1_500)));
        assertFalse(protects("regex:(a+)b", "a".repeat(800)), "this one ends, and does not fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regex:b", "*b", "a*b"})
    void a_text_of_any_length_is_looked_at_to_its_end(String pattern) {
        assertTrue(protects(pattern, "a".repeat(100_000) + "b"));
        assertFalse(protects(pattern, "a".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prod b\u00fcro",
                "PROD  B\u00dcRO",
                "prod bu\u0308ro",
                "prod\u00a0b\u00fcro",
                "prod\u2009b\u00fcro",
                "prod\u3000b\u00fcro",
                "prod\u200b b\u00fcro",
                "p\u00adrod b\u00fcro",
                " prod\tb\u00fcro\n",
                "\uff50rod b\u00fcro"
            })
    void a_text_fits_however_it_is_spelled_if_it_looks_the_same(String text) {
        assertTrue(protects("prod b\u00fcro", text), text);
        assertTrue(protects(text, "prod b\u00fcro"), text);
        assertTrue(protects(text, text), text);
        assertTrue(protects("regex:^(?i)prod b\u00fcro$", text.replace('\u00dc', '\u00fc')), text);
    }

    @Test
    void what_a_pattern_matches_as_it_is_stays_protected() {
        assertTrue(protects("a?b", "a\u200bb"));
        assertTrue(protects("regex:a\\u00a0b", "a\u00a0b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regex: ^prod", "Regex:^prod", "REGEX:^prod", " regex:\t^prod "})
    void the_prefix_may_be_written_in_any_case_and_with_blanks_behind_it(String pattern) {
        assertTrue(protects(pattern, "prod-backup"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:(?:){2147483647}){2147483647}x",
                "(?:(?:){65535}){65535}",
                "(?:){10001}",
                "((a{101}){10}b){10,11}",
                "(a|(b{100}){101})",
                "(?:[(]{2}{100}){51,}",
                "\\Q(\\E{101}{100}",
                // Brackets that open or close no group must not hide what is nested.
                "(?:(?:){2000}){2000}[](]x",
                "(?:(?:){2000}[](]){2000}[])]",
                "(?:(?:){2000}){2000}[^](]",
                "(?:(?:){2000}){2000}[[](]]",
                "(?:(?:){2000}){2000}[\\Q]\\E(]",
                "(?:(?:){2000}){2000}[\\c](]",
                "(?:(?:){2000}){2000}\\c(",
                "(?:(?:){2000}){2000}\\Q(",
                // White space and comments may stand before a count.
                "(?x)(?:(?:) {2000}) {2000}",
                "(?ix:(?:(?:) {2000}) {2000})",
                "(?:(?:){2000}){2000}(?x)# ("
            })
    void nested_counts_that_multiply_to_more_than_ten_thousand_are_refused(String regex) {
        String message = assertThrows(IllegalArgumentException.class, () -> ProtectPattern.of("regex:" + regex))
                .getMessage();
        assertTrue(message.contains("repeats too much"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(?:){10000}x|x",
                "(a{100}){1,100}|"
                        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "^(?=.*prod)(?!.*test)|prod-backup",
                "(?<=x)y{3}|xyyy",
                "\\x{41}{2}|AA",
                "\\p{Lu}{2}\\d{4}|AB1234",
                "[{]100[}]|{100}",
                "[](]{3}(a{150})?b{150}|](]bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
                        + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "(?x) a {3} # and b|aaa",
                "\\Qa{2000}{2}\\Eb{2}|a{2000}{2}bb",
                "\\{100\\}|{100}",
                "(?<n>ab)-\\k<n>{2}|ab-abab"
            })
    void other_expressions_go_on_working(String regex, String text) {
        assertTrue(protects("regex:" + regex, text));
    }

    @Test
    void groups_can_be_referred_to() {
        assertTrue(protects("regex:(ab)-\\1", "ab-ab"));
    }

    @Test
    void patterns_are_equal_by_their_text() {
        ProtectPattern pattern = ProtectPattern.of(" etl-* ");
        assertEquals("etl-*", pattern.source());
        assertEquals("etl-*", pattern.toString());
        assertEquals(ProtectPattern.of("etl-*"), pattern);
        assertEquals(ProtectPattern.of("etl-*").hashCode(), pattern.hashCode());
        assertNotEquals(
                ProtectPattern.of("etl-*").hashCode(),
                ProtectPattern.of("etl-?").hashCode());
        assertNotEquals(ProtectPattern.of("etl-?"), pattern);
        assertNotEquals("etl-*", pattern);
    }
}
