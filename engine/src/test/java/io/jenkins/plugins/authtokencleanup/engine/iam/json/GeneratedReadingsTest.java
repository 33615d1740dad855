package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated accounts and instants; the seed is in the test's name. Whatever the pattern, a last access is never read as
 * earlier than it was.
 */
class GeneratedReadingsTest {

    static LongStream seeds() {
        return Sample.seeds(1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_named_reading_has_every_instant_that_it_writes_so(long seed) {
        GeneratedAccounts generated = new GeneratedAccounts(seed);
        for (int round = 0; round < 10; round++) {
            Account account = generated.account();
            List<CreatedTime> created = generated.created(account);
            ProvenTimes times = ProvenTimes.of(account.preferences(), created);
            assertEquals(generated.isReadable(account), times.areProven(), () -> account + ": " + times.explanation());
            Account swapped = account.leavesOrderOpen(created) ? account.swapped() : null;

            for (int access = 0; access < 10; access++) {
                Instant used = generated.instant(account);
                assertHolds(account, used, times.read(account.write(used)), times.areProven(), swapped);
            }
        }
    }

    /** @param swapped the account with day and month swapped, null if the order is proven */
    private static void assertHolds(Account account, Instant used, LastAccess read, boolean proven, Account swapped) {
        String text = account.write(used);
        if (!proven) {
            assertEquals(new LastAccess.Unreadable(), read);
            return;
        }
        String context = account + " wrote " + used + " as " + text + ", read as " + read;
        if (read instanceof LastAccess.Unreadable) {
            // Java does not parse each zone's name that it writes.
            assertTrue(GeneratedAccounts.showsZone(account), context);
            return;
        }
        assertFalse(read.latest().isBefore(used), context);
        assertFalse(read.earliest().truncatedTo(ChronoUnit.SECONDS).isAfter(used), context);
        if (swapped == null) {
            assertEquals(text, account.write(read.latest()), context);
            assertEquals(text, account.write(read.earliest()), context);
            assertNothingIsLeftOut(account, text, read, context);
        } else {
            for (Instant end : List.of(read.earliest(), read.latest())) {
                assertTrue(text.equals(account.write(end)) || text.equals(swapped.write(end)), context);
            }
        }
        if (swapped == null && GeneratedAccounts.isExact(account, used)) {
            assertTrue(read instanceof LastAccess.At, context);
        }
    }

    private static void assertNothingIsLeftOut(Account account, String text, LastAccess read, String context) {
        List<Instant> outside = new ArrayList<>();
        for (Duration step : List.of(
                Duration.ofMillis(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofHours(11),
                Duration.ofHours(12),
                Duration.ofHours(13),
                Duration.ofHours(24))) {
            outside.add(read.latest().plus(step));
            outside.add(read.earliest().truncatedTo(ChronoUnit.SECONDS).minus(step));
        }
        for (Instant instant : outside) {
            assertFalse(account.write(instant).equals(text), () -> context + ", but " + instant + " is written so too");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_account_without_all_preferences_is_never_read_as_earlier(long seed) {
        GeneratedAccounts generated = new GeneratedAccounts(seed);
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            Account account = random.nextInt(3) == 0 ? generated.account() : generated.usualAccount();
            List<CreatedTime> created = generated.created(account);
            TimePreferences some = new TimePreferences(
                    random.nextBoolean() ? account.pattern() : null,
                    random.nextBoolean() ? account.language() : null,
                    random.nextBoolean() ? account.zone() : null);
            ProvenTimes times = ProvenTimes.of(some, created);

            for (int access = 0; access < 10; access++) {
                Instant used = generated.instant(account);
                LastAccess read = times.read(account.write(used));
                assertFalse(
                        read.latest() != null && read.latest().isBefore(used),
                        () -> account + " wrote " + used + " as " + account.write(used) + ", read as " + read + " by "
                                + times.explanation() + " with " + some + " and " + created);
            }
        }
    }
}
