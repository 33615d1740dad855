package io.jenkins.plugins.authtokencleanup.engine.server;

import java.time.Duration;
import java.util.List;

/**
 * What a listing shows besides its tokens.
 *
 * @param kind which AuthTokens page it is; ids of tokens are comparable between listings of the same kind
 * @param columns the columns as the page shows them, those without a header aside
 * @param oneDescription whether exactly one of them has the descriptions
 * @param timesReadBy how times are read and how that was proven, or why they are not; words that follow "times are"
 * @param useRecorded false if no token shows that the server records use at all
 * @param recordedEvery a use may be later than its recorded time by up to this
 * @param warnings what the user should know of this page, a sentence without a full stop each, maybe none
 */
public record PageDetails(
        String kind,
        List<String> columns,
        boolean oneDescription,
        String timesReadBy,
        boolean useRecorded,
        Duration recordedEvery,
        List<String> warnings) {
    /** How a user finds out whether the server records use. */
    public static final String CHECK_RECORDING =
            "Use one AuthToken, and look half an hour later whether its last access shows it";

    public PageDetails {
        columns = columns.stream().filter(words -> !words.isBlank()).toList();
        warnings = List.copyOf(warnings);
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
        return new PageDetails(
                kind,
                columns,
                oneDescription,
                "read as the page shows them, or in a time zone that you name",
                true,
                Duration.ZERO,
                List.of());
    }

    /** The same with other words for how times are read. */
    public PageDetails timesReadBy(String words) {
        return new PageDetails(kind, columns, oneDescription, words, useRecorded, recordedEvery, warnings);
    }
}
