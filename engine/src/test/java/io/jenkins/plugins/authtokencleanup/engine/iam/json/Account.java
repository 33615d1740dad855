package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.SimpleDateFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** An account as a server of this Java version writes its times. */
record Account(String pattern, String language, String zone) {

    String write(Instant instant) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.forLanguageTag(language.replace('_', '-')));
        format.setTimeZone(TimeZone.getTimeZone(zone));
        return format.format(Date.from(instant));
    }

    CreatedTime created(Instant instant) {
        return new CreatedTime(instant.toEpochMilli(), write(instant));
    }

    List<CreatedTime> created(String... instants) {
        return Arrays.stream(instants).map(Instant::parse).map(this::created).toList();
    }

    TimePreferences preferences() {
        return new TimePreferences(pattern, language, zone);
    }

    /** Whether these times would be the same with day and month swapped, so that they don't prove the order. */
    boolean leavesOrderOpen(List<CreatedTime> times) {
        Account other = swapped();
        return !pattern.contains("MMM")
                && !other.equals(this)
                && times.stream()
                        .allMatch(time ->
                                other.write(Instant.ofEpochMilli(time.millis())).equals(time.text()));
    }

    /** The same with day and month swapped. */
    Account swapped() {
        return new Account(pattern.replace('d', '\0').replace('M', 'd').replace('\0', 'M'), language, zone);
    }
}
