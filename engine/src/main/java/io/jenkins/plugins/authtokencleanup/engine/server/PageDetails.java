package io.jenkins.plugins.authtokencleanup.engine.server;

import java.time.Duration;
import java.util.List;

/**
 * What a listing shows besides its tokens.
 *
 * @param kind which AuthTokens page it is; ids of tokens are comparable between listings of the same kind
 * @param columns the columns as the page shows them
 * @param oneDescription whether exactly one of them has the descriptions
 * @param timesReadBy how times are read, in words
 * @param useRecorded false if no token shows that the server records use at all
 * @param recordedEvery a use may be later than its recorded time by up to this
 */
public record PageDetails(
        String kind,
        List<String> columns,
        boolean oneDescription,
        String timesReadBy,
        boolean useRecorded,
        Duration recordedEvery) {
    public PageDetails {
        columns = List.copyOf(columns);
    }

    /**
     * A page whose times are read as it shows them, and that records each use.
     *
     * @param kind which AuthTokens page it is
     * @param columns its columns
     * @param oneDescription whether exactly one of them has the descriptions
     * @return the details
     */
    public static PageDetails asShown(String kind, List<String> columns, boolean oneDescription) {
        return new PageDetails(kind, columns, oneDescription, "as the page shows them", true, Duration.ZERO);
    }
}
