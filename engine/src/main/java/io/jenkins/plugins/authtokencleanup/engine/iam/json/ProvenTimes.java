package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import io.jenkins.plugins.authtokencleanup.engine.iam.time.PlausibleTime;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * Reads the last accesses of one list, if its creation times prove how (contract, section 9). Not for more than one
 * thread.
 */
public final class ProvenTimes {

    private static final LastAccess UNREADABLE = new LastAccess.Unreadable();

    private final List<TimeReading> readings;
    private final List<CreatedTime> created;
    private final String explanation;

    private ProvenTimes(List<TimeReading> readings, List<CreatedTime> created, String explanation) {
        this.readings = readings;
        this.created = created;
        this.explanation = explanation;
    }

    /**
     * Looks for readings that write every creation time as the server did.
     *
     * @param preferences the account's; used where they are proven
     * @param created one for each listed token, incomplete ones too
     */
    public static ProvenTimes of(TimePreferences preferences, List<CreatedTime> created) {
        if (created.isEmpty()) {
            return unproven("there is no creation time to compare with");
        }
        long incomplete = created.stream().filter(time -> !time.isComplete()).count();
        if (incomplete > 0) {
            return unproven("%d of %d creation times are incomplete".formatted(incomplete, created.size()));
        }
        DatePattern named = null;
        if (preferences.pattern() != null && !preferences.pattern().isBlank()) {
            named = DatePattern.of(preferences.pattern());
            if (named == null) {
                return unproven(
                        "times in the account's date pattern, %s, can't be read back".formatted(preferences.pattern()));
            }
        }
        List<TimeReading> readings = new ReadingCandidates(preferences, named, created).proven();
        return readings.isEmpty()
                ? unproven(
                        "the creation times are not written in the account's pattern (%s), language (%s) and zone (%s)"
                                        .formatted(preferences.pattern(), preferences.language(), preferences.zone())
                                + ", nor in a usual one")
                : new ProvenTimes(readings, List.copyOf(created), proof(readings, created.size()));
    }

    private static ProvenTimes unproven(String reason) {
        return new ProvenTimes(List.of(), List.of(), reason);
    }

    private static String proof(List<TimeReading> readings, int count) {
        TimeReading first = readings.get(0);
        long others = readings.stream()
                .filter(reading -> !reading.differsInNamesOnly(first))
                .count();
        return first.description()
                + (others == 0 ? "" : " (or one of %d others; the latest time counts)".formatted(others))
                + ", proven by " + count + " creation time" + (count == 1 ? "" : "s");
    }

    /** Whether a last access can be read at all. */
    public boolean areProven() {
        return !readings.isEmpty();
    }

    /**
     * What the times are read by and how that was proven, or why they can't be read.
     *
     * @return a part of a sentence. Has text of the server in it, so it needs redaction
     */
    public String explanation() {
        return explanation;
    }

    /**
     * Whether the creation times rule a zone out.
     *
     * @param zone one that the user has named
     * @return false also if nothing is proven
     */
    public boolean contradicts(ZoneId zone) {
        return areProven()
                && readings.stream()
                        .noneMatch(reading -> reading.in(ReadingZone.of(zone)).isProvenBy(created));
    }

    /**
     * Reads a last access.
     *
     * @param text {@code last_accesed_time}; may be null
     * @return never an older time than the text can mean; unreadable if nothing is proven, and if no instant between
     *     2000 and 2200 is written so
     */
    public LastAccess read(String text) {
        if (text == null) {
            return UNREADABLE;
        }
        LongSummaryStatistics instants =
                readings.stream().flatMapToLong(reading -> reading.read(text)).summaryStatistics();
        return instants.getCount() == 0 ? UNREADABLE : lastAccess(instants.getMin(), instants.getMax());
    }

    private static LastAccess lastAccess(long first, long last) {
        Instant earliest = Instant.ofEpochMilli(first);
        Instant latest = Instant.ofEpochMilli(last);
        boolean sameSecond = earliest.truncatedTo(ChronoUnit.SECONDS).equals(latest.truncatedTo(ChronoUnit.SECONDS));
        LastAccess read = PlausibleTime.span(sameSecond ? latest : earliest, latest);
        return read == null ? UNREADABLE : read;
    }
}
