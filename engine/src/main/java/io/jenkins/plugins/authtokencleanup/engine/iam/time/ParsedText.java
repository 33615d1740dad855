package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A text parsed as an absolute time (contract, section 5).
 *
 * @param time the time, null if the text is anything else
 * @param date the date in it, also if what follows it can't be read; null for none
 */
record ParsedText(ParsedTime time, ParsedDate date) {
    static ParsedText of(String text) {
        if (text.isEmpty() || text.length() > AccessTimeReader.LONGEST_TEXT) {
            return new ParsedText(null, null);
        }
        AbsoluteTimeParser parser = new AbsoluteTimeParser(text);
        ParsedTime time = parser.read();
        return new ParsedText(time, parser.date());
    }

    /**
     * The instant, or the span of instants, that the text means.
     *
     * @param order how dates of numbers only are written
     * @param zones the zones that can be meant
     * @return null if the text is no absolute time, or no plausible one
     */
    LastAccess meaning(DayMonthOrder order, ZoneReader zones) {
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
