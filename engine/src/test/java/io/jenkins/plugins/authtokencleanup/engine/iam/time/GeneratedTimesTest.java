package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The range read from a generated date always contains the instant that was written. */
class GeneratedTimesTest {

    private static final Instant NOW = Instant.parse("2026-06-20T08:00:00Z");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2201-01-01T00:00:00Z");

    private static final List<String> DATES = List.of(
            "EEE MMM dd uuuu",
            "EEE, d MMM uuuu",
            "EEEE, MMMM d, uuuu",
            "uuuu-MM-dd",
            "uuuu/MM/dd",
            "dd MMM uuuu",
            "dd-MMM-uuuu",
            "d MMMM, uuuu",
            "MMM d, uuuu",
            "dd/MM/uuuu",
            "dd-MM-uuuu",
            "d.M.uuuu",
            "EEE dd.MM.uuuu");
    private static final List<String> CLOCKS = List.of(
            "",
            " HH:mm",
            " h:mm a",
            ", h:mma",
            " HH:mm:ss",
            "'T'HH:mm:ss",
            " hh:mm:ss a",
            " HH:mm:ss.SSS",
            " H:mm:ss.SSSSSSSSS");
    private static final List<String> ZONES = List.of("", " xxx", " xx", " xxx'['VV']'", " VV", " 'GMT'xxx");

    private final long seed = Long.getLong("times.seed", 20_260_620L);
    private final Random random = new Random(seed);
    private final List<String> zoneIds = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
            .sorted()
            .toList();

    @Test
    void the_instant_is_within_what_is_read_of_it(TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(seed));
        for (long round : Sample.seeds(40_000).toArray()) {
            ZoneId zone = anyZone();
            Instant instant = anyInstant(zone);
            String clock = any(CLOCKS);
            String pattern = any(DATES) + clock + any(ZONES);
            String text = format(pattern, instant, zone);

            for (ZoneId named : new ZoneId[] {null, zone}) {
                for (DayMonthOrder order : List.of(DayMonthOrder.DAY_FIRST, DayMonthOrder.UNDECIDED)) {
                    assertWithin(truncated(instant, clock), read(text, "", named, order), text, zone, named);
                }
            }
        }
    }

    @Test
    void the_instant_is_within_what_is_read_of_a_time_as_java_prints_it(TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(seed));
        for (long round : Sample.seeds(20_000).toArray()) {
            ZoneId zone = anyZone();
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond(), NOW.getEpochSecond()));
            TimeZone printed = TimeZone.getTimeZone(zone.getId());
            String name = printed.getDisplayName(printed.inDaylightTime(Date.from(instant)), TimeZone.SHORT, Locale.US);
            String text = format("EEE MMM dd HH:mm:ss '" + name + "' uuuu", instant, zone);

            LastAccess unnamed = read("", text, null, DayMonthOrder.UNDECIDED);
            assertNotNull(unnamed.latest(), text);
            assertFalse(unnamed.latest().isBefore(instant), () -> text + " in " + zone + ", seed " + seed);
            LastAccess named = read("", text, zone, DayMonthOrder.UNDECIDED);
            if (!name.equals("GMT")) { // some zones that are not on GMT are called so
                assertWithin(instant, named, text, zone, zone);
            }
        }
    }

    @Test
    void a_clock_change_leaves_both_instants_possible(TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(seed));
        for (long round : Sample.seeds(20_000).toArray()) {
            ZoneId zone = anyZone();
            ZoneOffsetTransition change = zone.getRules().nextTransition(anyInstant(zone));
            if (change == null || change.getInstant().isAfter(Instant.parse("2190-01-01T00:00:00Z"))) {
                continue;
            }
            long seconds = Math.abs(change.getDuration().getSeconds());
            Instant instant = change.getInstant().plusSeconds(random.nextLong(-2 * seconds, 2 * seconds + 1));
            String text = format("uuuu-MM-dd HH:mm:ss", instant, zone);

            LastAccess read = read(text, "", zone, DayMonthOrder.UNDECIDED);

            assertWithin(instant, read, text, zone, zone);
            boolean overlap = zone.getRules()
                            .getValidOffsets(instant.atZone(zone).toLocalDateTime())
                            .size()
                    == 2;
            long open = ChronoUnit.SECONDS.between(read.earliest(), read.latest());
            assertEquals(overlap ? seconds : 0, open, () -> text + " in " + zone + ", seed " + seed);
        }
    }

    @Test
    void the_instant_is_within_what_is_read_of_its_floored_age(TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(seed));
        for (long round : Sample.seeds(20_000).toArray()) {
            Instant instant = NOW.minusMillis((long) Math.pow(10, 3 + 8.5 * random.nextDouble()));
            ChronoUnit unit = any(List.of(
                    ChronoUnit.SECONDS,
                    ChronoUnit.MINUTES,
                    ChronoUnit.HOURS,
                    ChronoUnit.DAYS,
                    ChronoUnit.WEEKS,
                    ChronoUnit.MONTHS,
                    ChronoUnit.YEARS));
            long age = unit.between(instant.atZone(ZoneOffset.UTC), NOW.atZone(ZoneOffset.UTC));
            String text = age + " " + unit.toString().toLowerCase(Locale.ROOT) + " ago";
            String title = format("EEE MMM dd HH:mm:ss 'UTC' uuuu", instant, ZoneOffset.UTC);

            assertWithin(instant, read(text, "", null, DayMonthOrder.UNDECIDED), text, ZoneOffset.UTC, null);
            assertEquals(
                    new LastAccess.At(instant.truncatedTo(ChronoUnit.SECONDS)),
                    read(text, title, null, DayMonthOrder.UNDECIDED),
                    () -> text + " for " + title + ", seed " + seed);
        }
    }

    @Test
    void mutated_texts_never_throw_and_never_lead_out_of_bounds(TestReporter reporter) {
        reporter.publishEntry("seed", Long.toString(seed));
        DayMonthOrderDetector evidence = new DayMonthOrderDetector();
        for (long round : Sample.seeds(20_000).toArray()) {
            String text = mutated(anyText());
            String title = random.nextInt(3) == 0 ? mutated(anyText()) : "";
            AccessTimeText cell = new AccessTimeText(text, title);
            ZoneId named = random.nextBoolean() ? anyZone() : null;

            evidence.add(cell);
            assertNotNull(evidence.order());
            LastAccess read = read(text, title, named, any(List.of(DayMonthOrder.values())));

            boolean dated = read.latest() != null;
            assertEquals(dated, read instanceof LastAccess.At || read instanceof LastAccess.Between);
            assertTrue(
                    !dated
                            || (!read.earliest().isBefore(FIRST)
                                    && !read.earliest().isAfter(read.latest())
                                    && read.latest().isBefore(END)),
                    () -> text + " / " + title + " gave " + read + ", seed " + seed);
        }
    }

    private String anyText() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(400) + " days ago";
            case 1 -> any(List.of("just now", "yesterday", "never used", "N/A", "-", "an hour ago", "1 day(s) ago"));
            case 2 -> any(List.of("Tue May 12 10:30:11 IST 2026", "Sat Jun 20 07:30:11 GMT+05:30 2026"));
            default -> {
                ZoneId zone = anyZone();
                yield format(any(DATES) + any(CLOCKS) + any(ZONES), anyInstant(zone), zone);
            }
        };
    }

    private String mutated(String text) {
        String alphabet =
                "0123456789 :/-.,+TZtz[]()aApPmMdsyeIST" + "\u00a0\u202f\u0663\uff13\u2013\u200e\ud83d\ude00\u0130\0";
        StringBuilder mutated = new StringBuilder(text);
        for (int times = random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(mutated.length() + 1);
            char letter = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(5)) {
                case 0 -> mutated.insert(at, letter);
                case 1 -> mutated.delete(at, Math.min(mutated.length(), at + 1));
                case 2 -> mutated.replace(at, Math.min(mutated.length(), at + 1), String.valueOf(letter));
                case 3 -> mutated.insert(at, mutated.substring(at / 2, at));
                default -> mutated.setLength(at);
            }
        }
        return mutated.toString();
    }

    private ZoneId anyZone() {
        return ZoneId.of(any(zoneIds));
    }

    private Instant anyInstant(ZoneId zone) {
        return ZonedDateTime.of(2001 + random.nextInt(199), 1, 1, 0, 0, 0, 0, zone)
                .toInstant()
                .plusSeconds(random.nextInt(364 * 86_400))
                .plusNanos(random.nextInt(1_000_000_000));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String format(String pattern, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(instant.atZone(zone));
    }

    /** What is printed to the second or finer drops the rest; coarser prints are read as spans. */
    private static Instant truncated(Instant instant, String clock) {
        if (clock.contains("SSSSSSSSS") || !clock.contains("ss")) {
            return instant;
        }
        return instant.truncatedTo(clock.contains("SSS") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS);
    }

    private static LastAccess read(String text, String title, ZoneId named, DayMonthOrder order) {
        return new AccessTimeReader(NOW, named).read(new AccessTimeText(text, title), order);
    }

    private void assertWithin(Instant instant, LastAccess read, String text, ZoneId zone, ZoneId named) {
        assertNotNull(read.latest(), () -> text + " is unreadable, seed " + seed);
        assertTrue(
                !instant.isBefore(read.earliest()) && !instant.isAfter(read.latest()),
                () -> "%s as %s in %s, named %s, gave %s, seed %d".formatted(instant, text, zone, named, read, seed));
    }
}
