package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.LastAccess;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A text taken apart as an absolute time (contract, section 5), and what it meant when that was asked last: a panel is
 * loaded many times, and most of its cells stay as they are.
 */
final class WrittenText {
    private static final WrittenText NOTHING = new WrittenText("", null, null);

    private final String text;
    private final boolean whole;
    /** Null if there is none, or if the order of its numbers is not open: then its meaning is all that is asked for. */
    private final WrittenDate unordered;

    private DateOrder order;
    private WrittenZones zones;
    private LastAccess meaning;

    private WrittenText(String text, WrittenTime time, WrittenDate date) {
        this.text = text;
        whole = time != null;
        unordered = date == null || date.ordered() ? null : date;
    }

    static WrittenText of(String text) {
        if (text.isEmpty() || text.length() > AccessTimeReader.LONGEST_TEXT) {
            return NOTHING;
        }
        WrittenTimeParser parser = new WrittenTimeParser(text);
        WrittenTime time = parser.read();
        WrittenDate date = parser.date();
        return time == null && (date == null || date.ordered()) ? NOTHING : new WrittenText(text, time, date);
    }

    /** Whether the text is a time from its first character to its last. */
    boolean isWhole() {
        return whole;
    }

    /** The date of numbers only in the text, also if what follows it can't be read; null if there is none. */
    WrittenDate unordered() {
        return unordered;
    }

    /**
     * The instant, or the span of instants, that the text means.
     *
     * @param by how dates of numbers only are written
     * @param in the zones that can be meant
     * @return null if the text is no absolute time, or no plausible one
     */
    LastAccess meaning(DateOrder by, WrittenZones in) {
        boolean same = zones == in && (order == by || order != null && unordered == null);
        if (whole && !same) {
            meaning = read(new WrittenTimeParser(text).read(), by, in);
            order = by;
            zones = in;
        }
        return meaning;
    }

    private static LastAccess read(WrittenTime time, DateOrder by, WrittenZones in) {
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
