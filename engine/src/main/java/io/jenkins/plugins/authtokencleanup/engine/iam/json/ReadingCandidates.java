package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Finds the readings that the creation times prove, from what the server names to what is usual. */
final class ReadingCandidates {

    private static final int LAST_YEAR = 2200;

    /** No token is used so long after the newest one was made. Decides the century of a year of two digits. */
    private static final int LONGEST_USE_YEARS = 50;

    private static final int MILLIS_PER_SECOND = 1000;
    private static final long OFFSET_STEP = 900_000;
    private static final long WESTERNMOST = -48 * OFFSET_STEP;
    private static final long EASTERNMOST = 56 * OFFSET_STEP;
    private static final ReadingZone UTC = ReadingZone.named("GMT");

    private final TimePreferences preferences;
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
        this.preferences = preferences;
        this.namedPattern = namedPattern;
        this.created = created;
        namedZone = ReadingZone.named(preferences.zone());
        spellings = LanguageSpellings.of(preferences.language());
        long newest = created.stream().mapToLong(CreatedTime::millis).max().orElseThrow();
        int year = Instant.ofEpochMilli(newest).atOffset(ZoneOffset.UTC).getYear();
        latestYear = Math.min(LAST_YEAR, year + LONGEST_USE_YEARS);
    }

    /** The proven readings of the first kind that has any; of several, the one that reads a text as latest is to count. */
    List<TimeReading> proven() {
        if (namedPattern != null && namedZone != null && preferences.language() != null) {
            Spelling spelling = Spelling.of(LanguageSpellings.locale(preferences.language()));
            TimeReading named = new TimeReading(namedPattern, spelling, namedZone, false, latestYear);
            if (named.isProvenBy(created)) {
                return List.of(named);
            }
        }
        List<TimeReading> named = namedPattern == null ? List.of() : fitting(UsualPatterns.like(namedPattern), false);
        List<TimeReading> proven = provenInNamedZone(named);
        if (!proven.isEmpty()) {
            return proven;
        }
        List<TimeReading> usual = fitting(UsualPatterns.ALL, true);
        for (Supplier<List<TimeReading>> next : List.<Supplier<List<TimeReading>>>of(
                () -> provenInNamedZone(usual), () -> provenInOffset(named), () -> provenInOffset(usual))) {
            proven = next.get();
            if (!proven.isEmpty()) {
                return proven;
            }
        }
        return List.of();
    }

    /** The patterns and spellings that can be of the first token, in no zone yet. */
    private List<TimeReading> fitting(List<DatePattern> patterns, boolean arePatternsAssumed) {
        String first = created.get(0).text();
        List<TimeReading> fitting = new ArrayList<>();
        for (DatePattern pattern : patterns) {
            for (Spelling spelling : spellings) {
                if (!new PatternMatcher(pattern, spelling, first).matches().isEmpty()) {
                    fitting.add(new TimeReading(pattern, spelling, UTC, arePatternsAssumed, latestYear));
                }
            }
        }
        return fitting;
    }

    private List<TimeReading> provenInNamedZone(List<TimeReading> readings) {
        return namedZone == null
                ? List.of()
                : readings.stream()
                        .map(reading -> reading.in(namedZone))
                        .filter(reading -> reading.isProvenBy(created))
                        .toList();
    }

    private List<TimeReading> provenInOffset(List<TimeReading> readings) {
        return readings.stream().map(this::inLeastOffset).filter(Objects::nonNull).toList();
    }

    /** Of several proven offsets the least one, as it leads to the latest instants; null if none is proven. */
    private TimeReading inLeastOffset(TimeReading reading) {
        CreatedTime first = created.get(0);
        MilliSpan wallClock = reading.readExactly(first.text());
        if (wallClock == null) {
            return null;
        }
        long least = Math.max(WESTERNMOST, wallClock.first() - first.millis());
        long greatest = Math.min(EASTERNMOST, wallClock.last() - first.millis());
        for (long offset = Math.floorDiv(least, OFFSET_STEP) * OFFSET_STEP; offset <= greatest; offset += OFFSET_STEP) {
            ReadingZone zone = ReadingZone.inferred(ZoneOffset.ofTotalSeconds((int) (offset / MILLIS_PER_SECOND)));
            TimeReading candidate = reading.in(zone);
            if (candidate.isProvenBy(created)) {
                return candidate;
            }
        }
        return null;
    }
}
