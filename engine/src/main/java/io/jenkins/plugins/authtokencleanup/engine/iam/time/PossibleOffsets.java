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

    /** No zone is known: from the westernmost to the easternmost offset in use. */
    PossibleOffsets ANY = only(-12 * 3600, 14 * 3600);

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
            List<ZoneOffset> valid = rules.getValidOffsets(local);
            if (valid.isEmpty()) {
                ZoneOffsetTransition gap = rules.getTransition(local);
                valid = List.of(gap.getOffsetBefore(), gap.getOffsetAfter());
            }
            return valid.stream().mapToInt(ZoneOffset::getTotalSeconds).toArray();
        };
    }

    /** The offsets that two sources agree on; where they agree on none, those of both. */
    default PossibleOffsets agreedWith(PossibleOffsets other) {
        return local -> {
            int[] mine = at(local);
            int[] theirs = other.at(local);
            int[] common = Arrays.stream(mine)
                    .filter(offset -> Arrays.stream(theirs).anyMatch(their -> their == offset))
                    .toArray();
            return common.length > 0
                    ? common
                    : IntStream.concat(Arrays.stream(mine), Arrays.stream(theirs)).toArray();
        };
    }

    /** The earliest instant that the wall-clock time can be. */
    default Instant earliest(LocalDateTime local) {
        int greatest = Integer.MIN_VALUE;
        for (int offset : at(local)) {
            greatest = Math.max(greatest, offset);
        }
        return instant(local, greatest);
    }

    /** The latest instant that the wall-clock time can be. */
    default Instant latest(LocalDateTime local) {
        int least = Integer.MAX_VALUE;
        for (int offset : at(local)) {
            least = Math.min(least, offset);
        }
        return instant(local, least);
    }

    private static Instant instant(LocalDateTime local, int offset) {
        return Instant.ofEpochSecond(local.toEpochSecond(ZoneOffset.UTC) - offset, local.getNano());
    }
}
