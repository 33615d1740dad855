package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the zone that a text has after its time: an offset, an abbreviation, a zone id, or nothing.
 *
 * <p>An offset is taken as it is. What is ambiguous stays so, unless the user has named the server's zone
 * (contract, section 7.5).
 */
public final class ZoneReader {

    private static final int NONE = Integer.MIN_VALUE;
    private static final int WESTERNMOST = -12 * 3600;
    private static final int EASTERNMOST = 14 * 3600;

    /** The zone that the user has named; null for none. */
    private final PossibleOffsets named;

    public ZoneReader(ZoneId serverZone) {
        named = serverZone == null ? null : PossibleOffsets.of(serverZone);
    }

    /**
     * Reads a zone.
     *
     * @param text the text after the time, without blanks around it; empty for none
     * @return the offsets that it leaves possible, or null if it is no zone that we know
     */
    PossibleOffsets read(String text) {
        if (text.isEmpty()) {
            return named == null ? PossibleOffsets.ANY : named;
        }
        if (text.endsWith("]")) {
            return bracketed(text);
        }
        int offset = offset(text);
        if (offset != NONE) {
            return PossibleOffsets.only(offset);
        }
        int[] candidates = ZoneAbbreviations.offsets(text);
        if (candidates == null) {
            return region(text);
        }
        PossibleOffsets abbreviated = PossibleOffsets.only(candidates);
        return named == null ? abbreviated : abbreviated.agreedWith(named);
    }

    // +05:30[Asia/Kolkata] or [Asia/Kolkata]
    private static PossibleOffsets bracketed(String text) {
        int bracket = text.indexOf('[');
        if (bracket < 0) {
            return null;
        }
        PossibleOffsets region = region(text.substring(bracket + 1, text.length() - 1));
        if (region == null || bracket == 0) {
            return region;
        }
        int offset = offset(text.substring(0, bracket));
        return offset == NONE ? null : PossibleOffsets.only(offset).agreedWith(region);
    }

    private static PossibleOffsets region(String text) {
        String id = ZoneIds.BY_LOWER_CASE.get(text.toLowerCase(Locale.ROOT));
        return id == null ? null : PossibleOffsets.of(ZoneId.of(id));
    }

    // Z, UTC, GMT, +5, +05, +0530, +05:30, GMT+05:30
    private static int offset(String text) {
        TextScanner scan = new TextScanner(text);
        switch (scan.word()) {
            case "z", "utc", "gmt", "ut", "uct" -> {
                if (scan.atEnd()) {
                    return 0;
                }
            }
            case "" -> {
                // a bare offset
            }
            default -> {
                return NONE;
            }
        }
        char sign = scan.takeOneOf("+-");
        int hours = scan.number(1, 2);
        int minutes = 0;
        if (hours < 0) {
            int joined = scan.number(4, 4);
            hours = joined < 0 ? -1 : joined / 100;
            minutes = joined % 100;
        } else if (scan.take(':')) {
            minutes = scan.number(2, 2);
        }
        if (sign == 0 || hours < 0 || minutes < 0 || minutes > 59 || !scan.atEnd()) {
            return NONE;
        }
        int seconds = (hours * 60 + minutes) * 60 * (sign == '-' ? -1 : 1);
        return seconds < WESTERNMOST || seconds > EASTERNMOST ? NONE : seconds;
    }

    /** The zone ids of the JDK, made when the first one is met. */
    private static final class ZoneIds {
        static final Map<String, String> BY_LOWER_CASE = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("SystemV/"))
                .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));
    }
}
