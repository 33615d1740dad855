package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads the times of one panel (contract, sections 5 and 7.5).
 *
 * <p>A removed token can't be restored, so whatever a cell leaves open goes in the token's favour: no reading is older
 * than the text can mean, and what isn't understood to its last character is {@link LastAccess.Unreadable}.
 */
public final class AccessTimeReader {

    private static final LastAccess UNREADABLE = new LastAccess.Unreadable();
    private static final Pattern NEVER_USED = Pattern.compile(
            "|--?|[\u2013\u2014]|n/a|null|none|never|(?:never|not|not yet) used", Pattern.CASE_INSENSITIVE);

    /** Between the two times that the server takes for one row, or between those and its Date header. */
    private static final Duration LAG = Duration.ofMinutes(1);

    /** A server may count days by the calendar: "1 day ago" can then be almost now. */
    private static final Duration YOUNGER_THAN_RELATIVE = LAG.plusDays(1);

    /** Such days can have an hour more. Not a whole day: that would hide a zone that the user has named wrongly. */
    private static final Duration OLDER_THAN_RELATIVE = LAG.plusHours(1);

    private final Instant serverNow;
    private final ZoneReader zones;

    /**
     * A reader for one page.
     *
     * @param serverNow the server's clock when it made the page, not earlier
     * @param serverZone the zone that the server writes its times in, or null if the user has named none
     */
    public AccessTimeReader(Instant serverNow, ZoneId serverZone) {
        this(new ZoneReader(serverZone), serverNow);
    }

    /**
     * A reader for one page of many.
     *
     * @param zones the zones that the server's times can be of
     * @param serverNow the server's clock when it made the page, not earlier
     */
    public AccessTimeReader(ZoneReader zones, Instant serverNow) {
        this.serverNow = Objects.requireNonNull(serverNow);
        this.zones = zones;
    }

    /**
     * Reads one cell. Dates in the future are returned as they are.
     *
     * @param order how the column writes dates of numbers only
     * @return the time; never null, and unreadable for any text that isn't a time
     */
    public LastAccess read(AccessTimeText cell, DayMonthOrder order) {
        LastAccess titled = absolute(cell.title(), order);
        LastAccess shown = absolute(cell.text(), order);
        boolean shownIsRelative = shown == null;
        if (shownIsRelative) {
            shown = RelativeTime.read(cell.text(), serverNow);
        }
        if (titled != null) {
            return shown == null ? titled : agreed(titled, shown, shownIsRelative);
        }
        LastAccess titledRelative = RelativeTime.read(cell.title(), serverNow);
        if (titledRelative != null) {
            return shown == null ? titledRelative : agreed(shown, titledRelative, true);
        }
        if (shown != null) {
            return shown;
        }
        // A title that may be a date in a form we don't know speaks against "never used".
        boolean mayBeTime = AccessTimeText.isTooLong(cell.title())
                || cell.title().codePoints().anyMatch(Character::isDigit);
        return NEVER_USED.matcher(cell.text()).matches() && !mayBeTime ? LastAccess.NEVER : UNREADABLE;
    }

    private LastAccess absolute(String text, DayMonthOrder order) {
        Instant earliest = Instant.MAX;
        Instant latest = Instant.MIN;
        for (AbsoluteTimeParser.Meaning time : AbsoluteTimeParser.parse(text, order)) {
            PossibleOffsets offsets = zones.read(time.zone());
            if (offsets != null) {
                earliest = earlier(earliest, offsets.earliest(time.from()));
                latest = later(latest, offsets.latest(time.to()));
            }
        }
        return earliest.isAfter(latest) ? null : PlausibleTime.span(earliest, latest);
    }

    /** The preferred time if the other one allows it; else the span of both, which ends with the later one. */
    private static LastAccess agreed(LastAccess preferred, LastAccess other, boolean otherIsRelative) {
        Duration olderBy = otherIsRelative ? OLDER_THAN_RELATIVE : LAG;
        Duration youngerBy = otherIsRelative ? YOUNGER_THAN_RELATIVE : LAG;
        boolean tooOld = preferred.latest().isBefore(other.earliest().minus(olderBy));
        boolean tooYoung = preferred.earliest().isAfter(other.latest().plus(youngerBy));
        return tooOld || tooYoung
                ? new LastAccess.Between(
                        earlier(preferred.earliest(), other.earliest()), later(preferred.latest(), other.latest()))
                : preferred;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
