package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern protects by every text of a row but times, addresses and the token itself, whatever its header says. */
class LabelsTest {
    private static AuthToken token(String header, String cell) throws Exception {
        return HandMadePanel.token(
                "<th>AuthToken</th><th>" + header + "</th><th>Last Accessed Time</th>",
                "<td><a data-enctoken=h></a>12ab34cd****</td><td>" + cell + "</td><td>60 days ago</td>");
    }

    private static boolean protects(String pattern, AuthToken token) {
        return ProtectPattern.of(pattern).protects(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Purpose",
                "Issued To",
                "Created for",
                "Created by",
                "Added by",
                "Generated for",
                "Token Purpose",
                "Token used for",
                "AuthToken Owner",
                "IP / Purpose",
                "Host address or name"
            })
    void a_header_that_sounds_like_something_else_does_not_disarm_a_pattern(String header) throws Exception {
        assertTrue(protects("prod-*", token(header, "prod-backup")));
        assertFalse(protects("prod-*", token(header, "test")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input value='prod-backup'>",
                "<span title='prod-backup'>prod…</span>",
                "<i title='Edit'></i><span title='prod-backup'>prod…</span>",
                "<img alt='prod-backup'>",
                "<b aria-label='prod-backup'></b>"
            })
    void a_text_that_a_cell_has_in_an_attribute_protects(String cell) throws Exception {
        assertTrue(protects("prod-backup", token("Purpose", cell)));
    }

    @Test
    void a_long_text_protects_by_its_end() throws Exception {
        assertTrue(protects("*-backup", token("Description", "x".repeat(3_000) + "-backup")));
    }

    @ParameterizedTest
    @CsvSource({
        "Created Time, 2026-01-05 10:00:00, *2026*",
        "Created Time, 12 days ago, *days*",
        "IP Address, 10.1.2.3, *.1.2.*",
        "IP Address, '10.1.2.3, 10.1.2.4', *.1.2.*",
        "IP Address, 2001:db8::7, *db8*",
        "IP Address, -, -",
        "Auth Token, 12ab34cd****, 12ab*",
        "Token Id, 12ab34cd****, 12ab*"
    })
    void times_addresses_and_the_token_itself_do_not(String header, String cell, String pattern) throws Exception {
        assertFalse(protects(pattern, token(header, cell)));
    }

    @ParameterizedTest
    @CsvSource({
        "Description, true",
        "Display Name, true",
        "Token Name, true",
        "Name, true",
        "Label, true",
        "User Name, false",
        "Service Name, false",
        "Purpose, false"
    })
    void only_a_column_that_is_surely_the_description_is_one(String header, boolean sure) throws Exception {
        String page = table("<tr id=headerrow><th>" + header + "</th><th>Last Accessed Time</th></tr>"
                + "<tr id=trow><td><a data-enctoken=h></a>x</td><td>-</td></tr>");
        assertEquals(sure, ReadPanel.of(page).oneDescription());
    }
}
