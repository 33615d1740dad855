package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the readings that the creation times prove, from what the server names to what is usual. */
final class ReadingCandidates {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /** No token is used so long after the newest one was made. Decides the century of a year of two digits. */
    private static final int LONGEST_USE_YEARS = 50;

    private static final int STEP = (int) DatePattern.QUARTER.toSeconds();
    private static final int WESTERNMOST = (int) Duration.ofHours(-12).toSeconds();
    private static final int EASTERNMOST = (int) Duration.ofHours(14).toSeconds();
    private static final int RULE_CHANGE = (int) Duration.ofHours(2).toSeconds();

    private final DatePattern namedPattern;
    private final ReadingZone namedZone;
    private final List<CreatedTime> created;
    private final List<Spelling> spellings;
    private final int latestYear;

    /**
     * The candidates for one list.
     *
     * @param namedPattern the pattern of the preferences, null if they have none
     * @param created one at least, all complete
     */
    ReadingCandidates(TimePreferences preferences, DatePattern namedPattern, List<CreatedTime> created) {
        this.namedPattern = namedPattern;
        this.created = created;
        namedZone = ReadingZone.named(preferences.zone());
        spellings = LanguageSpellings.of(preferences.language());
        long newest = created.stream().mapToLong(CreatedTime::millis).max().orElseThrow();
        int year = Instant.ofEpochMilli(newest).atOffset(ZoneOffset.UTC).getYear();
        latestYear = Math.max(FIRST_YEAR, Math.min(LAST_YEAR, year + LONGEST_USE_YEARS));
    }

    /**
     * The proven readings: with what the server names if possible, else in a usual pattern, else in an inferred zone.
     *
     * @return several where the creation times leave open which one is right: then the latest instant counts
     */
    List<TimeReading> proven() {
        List<TimeReading> proven = namedZone == null ? List.of() : provenInOneOf(List.of(namedZone));
        return proven.isEmpty() ? provenInOneOf(offsets()) : proven;
    }

    private List<TimeReading> provenInOneOf(List<ReadingZone> zones) {
        List<TimeReading> proven = proven(likeNamed(), zones);
        return proven.isEmpty() ? proven(usual(), zones) : proven;
    }

    /** Each reading in the first zone in which the creation times prove it. */
    private List<TimeReading> proven(Stream<TimeReading> readings, List<ReadingZone> zones) {
        return readings.flatMap(reading -> zones.stream()
                        .map(reading::in)
                        .filter(candidate -> candidate.isProvenBy(created))
                        .limit(1))
                .toList();
    }

    private Stream<TimeReading> likeNamed() {
        List<DatePattern> patterns = namedPattern == null ? List.of() : UsualPatterns.like(namedPattern);
        return spellings.stream()
                .flatMap(spelling ->
                        patterns.stream().map(pattern -> TimeReading.of(pattern, spelling, false, latestYear)));
    }

    private Stream<TimeReading> usual() {
        String text = created.get(0).text();
        return UsualPatterns.ALL.stream()
                .flatMap(date -> spellings.stream()
                        .filter(spelling -> assumed(date.date(), spelling).begins(text))
                        .flatMap(spelling -> date.patterns().stream().map(pattern -> assumed(pattern, spelling))))
                .filter(reading -> reading.begins(text));
    }

    private TimeReading assumed(DatePattern pattern, Spelling spelling) {
        return TimeReading.of(pattern, spelling, true, latestYear);
    }

    /**
     * Offsets from UTC, the least one first, as it leads to the latest instants. The server's zone rules may be older
     * than ours. They don't explain a difference of many hours, but a wrong date does: then nothing must be proven.
     */
    private List<ReadingZone> offsets() {
        int least = WESTERNMOST;
        int greatest = EASTERNMOST;
        if (namedZone != null) {
            int named = namedZone.zone().getOffset(created.get(0).millis()) / 1000;
            least = Math.max(least, named - RULE_CHANGE);
            greatest = Math.min(greatest, named + RULE_CHANGE);
        }
        return IntStream.rangeClosed(Math.floorDiv(least, STEP), Math.floorDiv(greatest, STEP))
                .map(quarters -> quarters * STEP)
                .mapToObj(ZoneOffset::ofTotalSeconds)
                .map(ReadingZone::inferred)
                .toList();
    }
}
