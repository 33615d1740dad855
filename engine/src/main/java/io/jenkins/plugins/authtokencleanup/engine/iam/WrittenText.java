package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.LastAccess;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A text taken apart as an absolute time (contract, section 5), and what it meant when that was asked last: a panel is
 * loaded many times, and most of its cells stay as they are.
 */
final class WrittenText {
    private static final WrittenText NOTHING = new WrittenText("");

    private final WrittenTime time;
    private final WrittenDate date;
    private DateOrder order;
    private WrittenZones zones;
    private LastAccess meaning;

    private WrittenText(String text) {
        WrittenTimeParser parser = new WrittenTimeParser(text);
        time = parser.read();
        date = parser.date();
    }

    static WrittenText of(String text) {
        if (text.isEmpty() || text.length() > AccessTimeReader.LONGEST_TEXT) {
            return NOTHING;
        }
        WrittenText written = new WrittenText(text);
        return written.date == null ? NOTHING : written;
    }

    /** Whether the text is a time from its first character to its last. */
    boolean isWhole() {
        return time != null;
    }

    /** The date in the text, also if what follows it can't be read; null if there is none. */
    WrittenDate date() {
        return date;
    }

    /**
     * The instant, or the span of instants, that the text means.
     *
     * @param by how dates of numbers only are written
     * @param in the zones that can be meant
     * @return null if the text is no absolute time, or no plausible one
     */
    LastAccess meaning(DateOrder by, WrittenZones in) {
        if (time != null && (order != by || zones != in)) {
            meaning = read(by, in);
            order = by;
            zones = in;
        }
        return meaning;
    }

    private LastAccess read(DateOrder by, WrittenZones in) {
        PossibleOffsets offsets = in.read(time.zone());
        if (offsets == null) {
            return null;
        }
        Instant earliest = Instant.MAX;
        Instant latest = Instant.MIN;
        for (LocalDate possible : time.date().dates(by)) {
            Instant from = offsets.earliest(possible.atTime(time.clock().from()));
            Instant to = offsets.latest(possible.atTime(time.clock().to()));
            earliest = from.isBefore(earliest) ? from : earliest;
            latest = to.isAfter(latest) ? to : latest;
        }
        return earliest.isAfter(latest) ? null : PlausibleTime.span(earliest, latest);
    }
}
