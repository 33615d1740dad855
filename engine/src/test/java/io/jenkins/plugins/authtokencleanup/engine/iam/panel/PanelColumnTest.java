package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelColumnTest {
    @ParameterizedTest
    @CsvSource({
        "Last Accessed Time, LAST_ACCESSED",
        "last_used, LAST_ACCESSED",
        "Last usage, LAST_ACCESSED",
        "Last Accessed IP, IP_ADDRESS",
        "Last used by, OTHER",
        "Last access location, OTHER",
        "Created by, OTHER",
        "Issued to, OTHER",
        "Generated for, OTHER",
        "Created from IP, IP_ADDRESS",
        "Token Purpose, OTHER",
        "Auth Token, TOKEN",
        "Token (masked), TOKEN",
        "IP Address, IP_ADDRESS",
        "Created Time, CREATED",
        "Generated on, CREATED",
        "Scope, SCOPES",
        "Display Name, DESCRIPTION",
        "Token Name, DESCRIPTION",
        "Action, ACTION",
        "Remove, ACTION",
        "AuthToken, TOKEN",
        "Tokens, TOKEN",
        "Owner, OTHER",
        "Blast used, OTHER",
        "Elastic access, OTHER"
    })
    void a_column_is_what_its_header_means(String header, PanelColumn column) {
        assertEquals(column, PanelColumn.of(header));
    }
}
