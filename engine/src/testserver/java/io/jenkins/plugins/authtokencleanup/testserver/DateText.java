package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes dates the way the panel does at one moment. */
final class DateText {
    private static final String ABSOLUTE = "EEE MMM dd HH:mm:ss zzz yyyy";

    private final DateStyle style;
    private final Instant now;
    private final DateTimeFormatter absolute;
    private final DateTimeFormatter format;

    DateText(DateStyle style, ZoneId zone, Instant now) {
        this.style = style;
        this.now = now;
        this.absolute = DateTimeFormatter.ofPattern(ABSOLUTE, Locale.ENGLISH).withZone(zone);
        this.format = DateTimeFormatter.ofPattern(
                        pattern(style), style == DateStyle.FRENCH ? Locale.FRENCH : Locale.ENGLISH)
                .withZone(zone);
    }

    /** The cell's text. */
    String text(Instant time) {
        return switch (style) {
            case RELATIVE_WITH_TITLE, RELATIVE_ONLY -> relative(time);
            case ISO_INSTANT -> Instant.ofEpochSecond(time.getEpochSecond()).toString();
            default -> format.format(time);
        };
    }

    /** The cell's title, null for none. */
    String title(Instant time) {
        return style == DateStyle.RELATIVE_WITH_TITLE ? absolute.format(time) : null;
    }

    private String relative(Instant time) {
        long hours = Duration.between(time, now).toHours();
        if (hours < 1) {
            return absolute.format(time);
        }
        return hours < 24 ? ago(hours, "hour") : ago(hours / 24, "day");
    }

    private static String ago(long count, String unit) {
        return count + "\u00a0" + unit + (count == 1 ? "" : "s") + " ago";
    }

    private static String pattern(DateStyle style) {
        return switch (style) {
            case RELATIVE_WITH_TITLE, RELATIVE_ONLY, ABSOLUTE, ISO_INSTANT -> ABSOLUTE;
            case ISO_OFFSET -> "uuuu-MM-dd'T'HH:mm:ssXXX";
            case ISO_LOCAL -> "uuuu-MM-dd HH:mm:ss";
            case DAY_MONTH_TEXT -> "dd MMM uuuu HH:mm:ss";
            case DAY_MONTH_TEXT_NO_TIME -> "dd-MMM-uuuu";
            case DAY_MONTH_NUMERIC -> "dd/MM/uuuu HH:mm";
            case DAY_MONTH_NUMERIC_NO_TIME -> "dd/MM/uuuu";
            case FRENCH -> "EEEE d MMMM uuuu '\u00e0' H 'h' mm";
        };
    }
}
