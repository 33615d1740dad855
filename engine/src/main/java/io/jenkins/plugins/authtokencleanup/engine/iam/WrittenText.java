package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.LastAccess;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A text parsed as an absolute time (contract, section 5).
 *
 * @param time the time, null if the text is anything else
 * @param date the date in it, also if what follows it can't be read; null for none
 */
record WrittenText(WrittenTime time, WrittenDate date) {
    static WrittenText of(String text) {
        if (text.isEmpty() || text.length() > AccessTimeReader.LONGEST_TEXT) {
            return new WrittenText(null, null);
        }
        WrittenTimeParser parser = new WrittenTimeParser(text);
        WrittenTime time = parser.read();
        return new WrittenText(time, parser.date());
    }

    /**
     * The instant, or the span of instants, that the text means.
     *
     * @param order how dates of numbers only are written
     * @param zones the zones that can be meant
     * @return null if the text is no absolute time, or no plausible one
     */
    LastAccess meaning(DateOrder order, WrittenZones zones) {
        PossibleOffsets offsets = time == null ? null : zones.read(time.zone());
        if (offsets == null) {
            return null;
        }
        Instant earliest = Instant.MAX;
        Instant latest = Instant.MIN;
        for (LocalDate possible : time.date().dates(order)) {
            Instant from = offsets.earliest(possible.atTime(time.clock().from()));
            Instant to = offsets.latest(possible.atTime(time.clock().to()));
            earliest = from.isBefore(earliest) ? from : earliest;
            latest = to.isAfter(latest) ? to : latest;
        }
        return earliest.isAfter(latest) ? null : PlausibleTime.span(earliest, latest);
    }
}
