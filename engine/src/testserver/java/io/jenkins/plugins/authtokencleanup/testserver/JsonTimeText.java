package io.jenkins.plugins.authtokencleanup.testserver;

import java.text.DateFormatSymbols;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/** Writes times as the JSON page does: in the user's pattern, language and zone. */
final class JsonTimeText {
    private final SimpleDateFormat format;

    JsonTimeText(JsonPageSettings page) {
        Locale locale = page.locale != null ? page.locale : Locale.forLanguageTag(page.language.replace('_', '-'));
        format = new SimpleDateFormat(page.datePattern, locale);
        format.setTimeZone(TimeZone.getTimeZone(page.zone));
        if (page.monthNames != MonthNames.AS_IN_JAVA) {
            DateFormatSymbols symbols = format.getDateFormatSymbols();
            format.setDateFormatSymbols(page.monthNames.applied(symbols));
        }
    }

    String text(Instant instant) {
        return format.format(Date.from(instant));
    }

    /** How long ago it was, floored. */
    static String elapsed(Instant instant, Instant now) {
        long days = Duration.between(instant, now).toDays();
        return days < 1 ? "Today" : days == 1 ? "1 day ago" : days + " days ago";
    }
}
