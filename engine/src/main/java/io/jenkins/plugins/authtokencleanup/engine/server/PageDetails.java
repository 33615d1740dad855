package io.jenkins.plugins.authtokencleanup.engine.server;

import java.util.List;

/**
 * What a listing shows besides its tokens.
 *
 * @param kind which AuthTokens page it is; ids of tokens are comparable between listings of the same kind
 * @param columns the columns as the page shows them
 * @param oneDescription whether exactly one of them has the descriptions
 */
public record PageDetails(String kind, List<String> columns, boolean oneDescription) {
    public PageDetails {
        columns = List.copyOf(columns);
    }
}
