package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the zone that a text has after its time: an offset, an abbreviation, a zone id, or nothing.
 *
 * <p>An offset is taken as it is. What is ambiguous stays so, unless the user has named the server's zone
 * (contract, section 7.5).
 */
public final class ZoneReader {

    /** Z, UTC, GMT+05:30, +5, +05, +0530, +5:30: without a colon, minutes only after two digits. */
    private static final Pattern OFFSET = Pattern.compile(
            "(?:Z|UTC|GMT|UT|UCT)?(?:(?<sign>[+-])(?<hours>\\d{1,2})(?:(?::|(?<=\\d\\d))(?<minutes>[0-5]\\d))?)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BRACKETED = Pattern.compile("(.*?)\\[(.*)]");

    /** Ids by their lower case. Loading all zones would take longer than reading a list. */
    private static final Map<String, String> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), Function.identity()));

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
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return bracketed(bracketed.group(1), region(bracketed.group(2)));
        }
        PossibleOffsets offset = offset(text);
        if (offset != null) {
            return offset;
        }
        PossibleOffsets abbreviated = ZoneAbbreviations.offsets(text);
        if (abbreviated != null) {
            return named == null ? abbreviated : abbreviated.agreedWith(named);
        }
        return region(text);
    }

    // +05:30[Asia/Kolkata] or [Asia/Kolkata]
    private static PossibleOffsets bracketed(String before, PossibleOffsets region) {
        if (region == null || before.isEmpty()) {
            return region;
        }
        PossibleOffsets offset = offset(before);
        return offset == null ? null : offset.agreedWith(region);
    }

    private static PossibleOffsets region(String text) {
        String id = REGIONS.get(text.toLowerCase(Locale.ROOT));
        return id == null ? null : PossibleOffsets.of(ZoneId.of(id));
    }

    private static PossibleOffsets offset(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (!offset.matches()) {
            return null;
        }
        int minutes = 60 * number(offset.group("hours")) + number(offset.group("minutes"));
        int seconds = 60 * ("-".equals(offset.group("sign")) ? -minutes : minutes);
        boolean inUse = seconds >= PossibleOffsets.WESTERNMOST && seconds <= PossibleOffsets.EASTERNMOST;
        return inUse ? PossibleOffsets.only(seconds) : null;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
