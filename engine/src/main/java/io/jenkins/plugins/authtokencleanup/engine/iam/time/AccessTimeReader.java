package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Reads the times of one panel (contract, sections 5 and 7.5).
 *
 * <p>A removed token can't be restored, so whatever a cell leaves open goes in the token's favour: no reading is older
 * than the text can mean, and what isn't understood to its last character is {@link LastAccess.Unreadable}.
 */
public final class AccessTimeReader {

    /** The longest text that is looked at. */
    static final int LONGEST_TEXT = 200;

    private static final LastAccess UNREADABLE = new LastAccess.Unreadable();
    private static final Set<String> NEVER_USED = Set.of(
            "",
            "-",
            "--",
            "\u2013",
            "\u2014",
            "n/a",
            "never",
            "never used",
            "not used",
            "not yet used",
            "null",
            "none");

    /** Between the two times that the server takes for one row, or between those and its Date header. */
    private static final Duration LAG = Duration.ofMinutes(1);

    /** A server may count days by the calendar: "1 day ago" can then be almost now. */
    private static final Duration YOUNGER_THAN_RELATIVE = LAG.plusDays(1);

    /** Such days can have an hour more. Not a whole day: that would hide a zone that the user has named wrongly. */
    private static final Duration OLDER_THAN_RELATIVE = LAG.plusHours(1);

    private final Instant serverNow;
    private final ZoneReader zones;

    /**
     * A reader for one load of the panel.
     *
     * @param serverNow the server's clock when it made the page, not earlier
     * @param serverZone the zone that the server writes its times in, or null if the user has named none
     */
    public AccessTimeReader(Instant serverNow, ZoneId serverZone) {
        this(new ZoneReader(serverZone), serverNow);
    }

    /**
     * A reader for one load of many.
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
        LastAccess titled = ParsedText.of(cell.title()).meaning(order, zones);
        LastAccess shown = ParsedText.of(cell.text()).meaning(order, zones);
        boolean shownIsRelative = shown == null;
        if (shownIsRelative) {
            shown = relative(cell.text());
        }
        if (titled != null) {
            return shown == null ? titled : agreed(titled, shown, shownIsRelative);
        }
        LastAccess titledRelative = relative(cell.title());
        if (titledRelative != null) {
            return shown == null ? titledRelative : agreed(shown, titledRelative, true);
        }
        if (shown != null) {
            return shown;
        }
        // A title that may be a date in a form we don't know speaks against "never used".
        return isNeverUsed(cell.text()) && !mayBeTime(cell.title()) ? LastAccess.NEVER : UNREADABLE;
    }

    private LastAccess relative(String text) {
        return text.length() > LONGEST_TEXT ? null : RelativeTime.read(text, serverNow);
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

    private static boolean isNeverUsed(String text) {
        return text.length() <= LONGEST_TEXT && NEVER_USED.contains(folded(text));
    }

    private static String folded(String text) {
        TextScanner scan = new TextScanner(text);
        StringJoiner words = new StringJoiner(" ");
        scan.blanks();
        while (!scan.atEnd()) {
            words.add(scan.chunk().toLowerCase(Locale.ROOT));
            scan.blanks();
        }
        return words.toString();
    }

    private static boolean mayBeTime(String title) {
        return title.length() > LONGEST_TEXT || title.codePoints().anyMatch(Character::isDigit);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
