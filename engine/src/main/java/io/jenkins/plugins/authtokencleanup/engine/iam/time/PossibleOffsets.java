package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The offsets from UTC that a clock can have had when it showed a wall-clock time. */
@FunctionalInterface
interface PossibleOffsets {

    int WESTERNMOST = -12 * 3600;
    int EASTERNMOST = 14 * 3600;

    /** No zone is known: all offsets in use. */
    PossibleOffsets ANY = only(WESTERNMOST, EASTERNMOST);

    /**
     * The offsets at a wall-clock time.
     *
     * @return in seconds east of UTC, one at least; where a whole range is possible, its ends. Not to be changed
     */
    int[] at(LocalDateTime local);

    /** These offsets at any time. */
    static PossibleOffsets only(int... seconds) {
        return local -> seconds;
    }

    /** The offsets of a zone: two where its clocks are put back, and two where they skip the time. */
    static PossibleOffsets of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return local -> {
            ZoneOffsetTransition change = rules.getTransition(local);
            List<ZoneOffset> offsets = change == null
                    ? rules.getValidOffsets(local)
                    : List.of(change.getOffsetBefore(), change.getOffsetAfter());
            return offsets.stream().mapToInt(ZoneOffset::getTotalSeconds).toArray();
        };
    }

    /** The offsets that two sources agree on; where they agree on none, those of both. */
    default PossibleOffsets agreedWith(PossibleOffsets other) {
        return local -> {
            int[] theirs = other.at(local);
            int[] common = Arrays.stream(at(local))
                    .filter(offset -> IntStream.of(theirs).anyMatch(their -> their == offset))
                    .toArray();
            return common.length > 0
                    ? common
                    : IntStream.concat(Arrays.stream(at(local)), Arrays.stream(theirs))
                            .toArray();
        };
    }

    /** The earliest instant that the wall-clock time can be. */
    default Instant earliest(LocalDateTime local) {
        int easternmost = Arrays.stream(at(local)).max().orElseThrow();
        return local.toInstant(ZoneOffset.ofTotalSeconds(easternmost));
    }

    /** The latest instant that the wall-clock time can be. */
    default Instant latest(LocalDateTime local) {
        int westernmost = Arrays.stream(at(local)).min().orElseThrow();
        return local.toInstant(ZoneOffset.ofTotalSeconds(westernmost));
    }
}
