package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Counts right and wrong passwords: too many wrong ones lock, and the right ones of a day are limited; section 8. */
final class SignInGuard {
    private static final Duration COUNTED = Duration.ofMinutes(5);
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final List<Instant> failures = new ArrayList<>();
    private final List<LocalDate> successes = new ArrayList<>();
    private Instant lockedUntil = Instant.MIN;

    boolean isLocked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    void failed(Instant now, int lockAfter) {
        failures.removeIf(failure -> failure.isBefore(now.minus(COUNTED)));
        failures.add(now);
        if (failures.size() >= lockAfter) {
            lockedUntil = now.plus(LOCK);
            failures.clear();
        }
    }

    void succeeded(Instant now) {
        successes.add(day(now));
    }

    /** Whether there were as many sign-ins today as are allowed; 0 allows any number. */
    boolean isUsedUp(Instant now, int signInsADay) {
        return signInsADay > 0 && successes.stream().filter(day(now)::equals).count() >= signInsADay;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
