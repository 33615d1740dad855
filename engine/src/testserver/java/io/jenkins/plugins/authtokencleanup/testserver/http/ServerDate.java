package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Date header after a clock of one's own. */
public final class ServerDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;

    /** With a null clock there is no Date header. */
    public ServerDate(Clock clock) {
        this.clock = clock;
    }

    String header() {
        return clock == null ? null : FORMAT.format(clock.instant());
    }
}
