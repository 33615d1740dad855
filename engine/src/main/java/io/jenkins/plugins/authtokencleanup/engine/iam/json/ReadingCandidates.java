package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import io.jenkins.plugins.authtokencleanup.engine.iam.json.UsualPatterns.UsualDate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the readings that the creation times prove, from what the server names to what is usual. */
final class ReadingCandidates {

    private static final int LAST_YEAR = 2200;

    /** No token is used so long after the newest one was made. Decides the century of a year of two digits. */
    private static final int LONGEST_USE_YEARS = 50;

    private static final int MILLIS_PER_SECOND = 1000;
    private static final long OFFSET_STEP = 900_000;
    private static final MilliSpan OFFSETS_IN_USE = new MilliSpan(-48 * OFFSET_STEP, 56 * OFFSET_STEP);
    private static final long RULE_CHANGE = 8 * OFFSET_STEP;
    private static final ReadingZone UTC = ReadingZone.named("GMT");

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
        latestYear = Math.min(LAST_YEAR, year + LONGEST_USE_YEARS);
    }

    /**
     * The proven readings: with what the server names if possible, else in a usual pattern, else in an inferred zone.
     *
     * @return several where the creation times leave open which one is right: then the latest instant counts
     */
    List<TimeReading> proven() {
        List<TimeReading> named = likeNamed();
        List<TimeReading> proven = provenInNamedZone(named);
        if (!proven.isEmpty()) {
            return proven;
        }
        List<TimeReading> usual = usual();
        proven = provenInNamedZone(usual);
        if (proven.isEmpty()) {
            proven = provenInOffset(named);
        }
        return proven.isEmpty() ? provenInOffset(usual) : proven;
    }

    private List<TimeReading> likeNamed() {
        List<TimeReading> fitting = new ArrayList<>();
        if (namedPattern != null) {
            List<DatePattern> patterns = UsualPatterns.like(namedPattern);
            spellings.forEach(spelling -> addFitting(patterns, spelling, false, fitting));
        }
        return fitting;
    }

    private List<TimeReading> usual() {
        List<TimeReading> fitting = new ArrayList<>();
        for (UsualDate date : UsualPatterns.ALL) {
            for (Spelling spelling : spellings) {
                if (fits(date.beginning(), spelling)) {
                    addFitting(date.patterns(), spelling, true, fitting);
                }
            }
        }
        return fitting;
    }

    /** Adds the patterns that the first token can have, in no zone yet. */
    private void addFitting(
            List<DatePattern> patterns, Spelling spelling, boolean arePatternsAssumed, List<TimeReading> fitting) {
        for (DatePattern pattern : patterns) {
            if (fits(pattern, spelling)) {
                fitting.add(new TimeReading(pattern, spelling, UTC, arePatternsAssumed, latestYear));
            }
        }
    }

    private boolean fits(DatePattern pattern, Spelling spelling) {
        return !new PatternMatcher(pattern, spelling, created.get(0).text())
                .matches()
                .isEmpty();
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
        return readings.stream()
                .map(this::inLeastOffset)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Of several proven offsets the least one, as it leads to the latest instants; null if none is proven. */
    private TimeReading inLeastOffset(TimeReading reading) {
        CreatedTime first = created.get(0);
        MilliSpan wallClock = reading.readExactly(first.text());
        if (wallClock == null) {
            return null;
        }
        MilliSpan offsets = possibleOffsets().common(wallClock.shifted(-first.millis()));
        if (offsets == null) {
            return null;
        }
        long least = Math.floorDiv(offsets.first(), OFFSET_STEP) * OFFSET_STEP;
        for (long offset = least; offset <= offsets.last(); offset += OFFSET_STEP) {
            ReadingZone zone = ReadingZone.inferred(ZoneOffset.ofTotalSeconds((int) (offset / MILLIS_PER_SECOND)));
            TimeReading candidate = reading.in(zone);
            if (candidate.isProvenBy(created)) {
                return candidate;
            }
        }
        return null;
    }

    // The server's zone rules may be older than ours. They don't explain a difference of many hours, but a wrong date
    // does: then nothing must be proven.
    private MilliSpan possibleOffsets() {
        if (namedZone == null) {
            return OFFSETS_IN_USE;
        }
        int offset = namedZone.zone().getOffset(created.get(0).millis());
        return new MilliSpan(offset - RULE_CHANGE, offset + RULE_CHANGE);
    }
}
