package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.fuzz.Mutations;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated answers with something wrong in them; the seed is in the test's name. */
class DamagedReadingsTest {

    private static final long DAY = 86_400_000;

    static LongStream seeds() {
        return Sample.seeds(1_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void half_a_pair_disproves_every_reading(long seed) {
        GeneratedAccounts generated = new GeneratedAccounts(seed);
        Account account = generated.usualAccount();
        List<CreatedTime> created = generated.created(account);
        Random random = new Random(seed);
        int at = random.nextInt(created.size());
        created.set(
                at,
                switch (random.nextInt(4)) {
                    case 0 -> new CreatedTime(null, created.get(at).text());
                    case 1 -> new CreatedTime(created.get(at).millis(), null);
                    case 2 -> new CreatedTime(created.get(at).millis(), "");
                    default -> new CreatedTime(null, null);
                });

        ProvenTimes times = ProvenTimes.of(account.preferences(), created);

        assertFalse(times.areProven());
        assertEquals("1 of " + created.size() + " creation times are incomplete", times.explanation());
        assertUnreadable(times, account, generated);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_pair_that_does_not_fit_disproves_every_reading(long seed) {
        GeneratedAccounts generated = new GeneratedAccounts(seed);
        Account account = generated.usualAccount();
        List<CreatedTime> created = generated.created(account);
        created.add(account.created(generated.instant(account)));
        int at = new Random(seed).nextInt(created.size());
        CreatedTime right = created.get(at);
        created.set(at, new CreatedTime(right.millis() + 40 * DAY, right.text()));

        ProvenTimes times = ProvenTimes.of(account.preferences(), created);

        assertFalse(times.areProven(), () -> account + " with " + created + ": " + times.explanation());
        assertUnreadable(times, account, generated);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pairs_that_are_all_shifted_by_a_day_make_nothing_older(long seed) {
        GeneratedAccounts generated = new GeneratedAccounts(seed);
        Account account = generated.usualAccount();
        long shift = seed % 2 == 0 ? DAY : -DAY;
        List<CreatedTime> created = new ArrayList<>();
        for (CreatedTime time : generated.created(account)) {
            created.add(new CreatedTime(time.millis() + shift, time.text()));
        }

        ProvenTimes times = ProvenTimes.of(account.preferences(), created);

        // A creation time near midnight, of which the date alone is written, can be of both days in some zones.
        for (int access = 0; access < 20; access++) {
            Instant used = generated.instant(account);
            LastAccess read = times.read(account.write(used));
            assertFalse(
                    read.latest() != null && read.latest().isBefore(used),
                    () -> account + " wrote " + used + ", read as " + read + " by " + times.explanation());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_text_is_unreadable_or_is_written_so(long seed) {
        GeneratedAccounts generated = new GeneratedAccounts(seed);
        Account account = generated.usualAccount();
        ProvenTimes times = ProvenTimes.of(account.preferences(), generated.created(account));
        Mutations mutations = new Mutations(seed);
        for (int round = 0; round < 20; round++) {
            String text = mutations.changed(account.write(generated.instant(account)), 3);
            LastAccess read = times.read(text);
            assertNotEquals(LastAccess.NEVER, read);
            if (read.latest() != null) {
                assertEquals(text, account.write(read.latest()));
            }
        }
    }

    private static void assertUnreadable(ProvenTimes times, Account account, GeneratedAccounts generated) {
        assertEquals(new LastAccess.Unreadable(), times.read(account.write(generated.instant(account))));
    }
}
