package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the columns are called, protect patterns are matched against their texts. */
class AnyWordingTest {
    private static final ProtectPattern PROD = ProtectPattern.of("prod-*");

    private static String header(String... columns) {
        return "<th></th><th>" + String.join("</th><th>", columns) + "</th><th>Last Accessed Time</th>";
    }

    private static AuthToken token(String header, String... cells) throws Exception {
        String texts = String.join("</td><td>", cells);
        return HandMadePanel.token(
                header, "<td><a data-enctoken=h></a></td><td>" + texts + "</td><td>40 days ago</td>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Description", "Purpose", "Zweck", "", "Service Name", "Owner", "Action", "Scope"})
    void a_pattern_protects_by_a_column_of_any_name(String header) throws Exception {
        assertTrue(PROD.protects(token(header(header), "prod-backup")));
    }

    @Test
    void of_several_columns_that_can_be_the_description_each_one_counts() throws Exception {
        assertTrue(PROD.protects(token(header("Service Name", "Description"), "prod-crm", "x")));
        assertTrue(PROD.protects(token(header("Service Name", "Description"), "x", "prod-crm")));
        assertTrue(PROD.protects(token(header("Name", "Label"), "x", "prod-crm")));
        assertTrue(PROD.protects(token(header("Description"), "<i title='prod-crm'>prod…</i>")));
    }

    @Test
    void a_row_that_does_not_fit_the_header_has_no_texts_so_that_the_policy_keeps_it() throws Exception {
        assertNull(token(header("Description"), "one", "too many").labels());
    }

    @Test
    void times_addresses_and_the_token_itself_are_no_texts_to_match() throws Exception {
        AuthToken token = token(
                header("AuthToken", "IP Address", "Created Time", "Description"),
                "abcd1234",
                "10.0.0.1",
                "2026-01-01",
                "etl");
        assertEquals(List.of("etl"), token.labels());
    }

    @ParameterizedTest
    @CsvSource({
        "Description, true",
        "Token Name, true",
        "Service Name|Description, true",
        "Purpose, false",
        "Name|Label, false",
        "Description|Description, false"
    })
    void keeping_the_newest_needs_exactly_one_column_of_descriptions(String headers, boolean one) throws Exception {
        String page = table("<tr id=headerrow>" + header(headers.split("\\|")) + "</tr>");
        assertEquals(one, ReadPanel.of(page).oneDescription());
    }
}
