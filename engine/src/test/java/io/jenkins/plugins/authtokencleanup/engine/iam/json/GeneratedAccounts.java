package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;

/** Accounts with any pattern, language and zone, out of a seed. */
final class GeneratedAccounts {

    private static final Instant FIRST = Instant.parse("2001-01-01T00:00:00Z");

    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "br", "de", "en", "es", "fl", "fr", "hr", "hu", "in", "it", "iw", "ja", "ko", "nl", "pl", "pt",
            "ru", "sv", "th", "tr", "vi", "zh", "zh_TW", "en_GB", "en_AU", "en_CA", "en_IN", "fr_CA", "pt_BR", "hi",
            "fa", "de_DE", "fr_FR", "sv_SE", "nl_NL", "pl_PL");
    private static final List<String> YEARS =
            List.of("yyyy", "yyyy", "yyyy", "yyyy", "yyyy", "y", "yyy", "yy", "yyyyy", "YYYY", "");
    private static final List<String> MONTHS =
            List.of("MMM", "MMM", "MMM", "MM", "MM", "M", "MMMM", "MMMMM", "LL", "LLL", "");
    private static final List<String> DAYS = List.of("dd", "dd", "d", "d", "ddd", "D", "");
    private static final List<String> HOURS = List.of("HH", "HH", "H", "hh", "h", "KK", "K", "kk", "k", "");
    private static final List<String> MINUTES = List.of("mm", "mm", "mm", "m", "");
    private static final List<String> SECONDS = List.of("ss", "ss", "s", "");
    private static final List<String> EXTRAS = List.of(
            "a",
            "a",
            "a",
            "SSS",
            "SSS",
            "S",
            "EEE",
            "EEEE",
            "G",
            "z",
            "Z",
            "XXX",
            "u",
            "w",
            "W",
            "F",
            "D",
            "MMM",
            "HH",
            "'o''clock'",
            "'T'",
            "zzzz");
    private static final List<String> SEPARATORS = List.of(" ", " ", "/", "-", ".", ":", ", ", "", "\u00a0", "''");

    private static final List<String> USUAL_DATES = List.of(
            "MMM d, yyyy",
            "MMM d, yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "d.M.yyyy",
            "yyyy-MM-dd",
            "yyyy-dd-MM",
            "YYYY-MM-dd",
            "YYYY-MM-dd",
            "d.M.YYYY",
            "dd MMM yyyy",
            "dd/MM/YYYY",
            "EEE, d MMM yyyy",
            "yyyy-MM-DD",
            "MM/DD/yyyy",
            "dd/MM/yy");
    private static final List<String> USUAL_TIMES = List.of(
            "",
            " HH:mm:ss",
            " HH:mm:ss",
            " HH:mm:ss a",
            " hh:mm:ss a",
            " hh:mm:ss",
            " h:mm",
            " kk:mm",
            " KK:mm:ss",
            " HH:mm",
            " K:mm a");

    /** The zones whose clocks were never changed by more than two hours in the years that matter here. */
    private static final List<String> STEADY_ZONES = Arrays.stream(TimeZone.getAvailableIDs())
            .filter(GeneratedAccounts::isSteady)
            .toList();

    private static final long YEARS_100 = 100L * 365 * 86_400;
    private static final long YEARS_10 = 10L * 365 * 86_400;

    private final Random random;
    private Instant first = FIRST;

    GeneratedAccounts(long seed) {
        random = new Random(seed);
    }

    /** Any pattern at all in any zone; its times are of one decade. */
    Account account() {
        first = FIRST.plusSeconds(random.nextLong(YEARS_100));
        return new Account(pattern(), any(LANGUAGES), any(Arrays.asList(TimeZone.getAvailableIDs())));
    }

    /** A pattern that can be mistaken for others, in a zone that its offset identifies. */
    Account usualAccount() {
        first = Instant.parse("2014-01-01T00:00:00Z");
        return new Account(any(USUAL_DATES) + any(USUAL_TIMES), any(LANGUAGES), any(STEADY_ZONES));
    }

    private String pattern() {
        List<String> date = new ArrayList<>(List.of(any(YEARS), any(MONTHS), any(DAYS)));
        List<String> all = new ArrayList<>(List.of(any(HOURS), any(MINUTES), any(SECONDS)));
        if (random.nextInt(4) == 0) {
            all.clear();
        }
        Collections.shuffle(date, random);
        all.addAll(random.nextBoolean() ? 0 : all.size(), date);
        for (int extras = random.nextInt(3); extras > 0; extras--) {
            all.add(random.nextInt(all.size() + 1), any(EXTRAS));
        }
        if (random.nextInt(8) == 0) {
            Collections.shuffle(all, random);
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : all) {
            pattern.append(pattern.isEmpty() ? "" : any(SEPARATORS)).append(part);
        }
        return pattern.toString();
    }

    List<CreatedTime> created(Account account) {
        List<CreatedTime> created = new ArrayList<>();
        for (int count = 1 + random.nextInt(random.nextBoolean() ? 3 : 30); count > 0; count--) {
            created.add(account.created(instant(account)));
        }
        return created;
    }

    /** An instant of the account's decade, often near a change of its clocks, midnight or the new year. */
    Instant instant(Account account) {
        Instant instant = first.plusSeconds(random.nextLong(YEARS_10)).plusMillis(random.nextInt(1000));
        ZoneId zone = TimeZone.getTimeZone(account.zone()).toZoneId();
        return switch (random.nextInt(8)) {
            case 0, 1 -> {
                ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
                yield change == null || change.getInstant().isAfter(first.plusSeconds(YEARS_10))
                        ? instant
                        : change.getInstant().plusMillis(random.nextLong(-7_500_000, 7_500_000));
            }
            case 2 -> midnight(instant.atZone(zone));
            case 3 -> midnight(instant.atZone(zone).withDayOfYear(1)).plusSeconds(random.nextLong(-4, 5) * 86_400);
            default -> instant;
        };
    }

    private Instant midnight(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone()).toInstant().plusMillis(random.nextInt(4) - 2);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static boolean isSteady(String id) {
        ZoneId zone = TimeZone.getTimeZone(id).toZoneId();
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int week = 0; week < 700; week++) {
            Instant instant = Instant.parse("2013-06-01T00:00:00Z").plusSeconds(week * 7L * 86_400);
            int offset = zone.getRules().getOffset(instant).getTotalSeconds();
            least = Math.min(least, offset);
            greatest = Math.max(greatest, offset);
        }
        return greatest - least <= 7200;
    }

    /** Whether the contract has such a pattern read (section 9), by a rule as simple as the test can be sure of. */
    boolean isReadable(Account account) {
        String letters = letters(account);
        boolean date = letters.contains("y")
                && !letters.matches(".*[YwWF].*")
                && letters.matches(".*(M|(?<!L)LL?(?!L)).*")
                && letters.contains("d");
        int times = letters.matches(".*[Hk].*")
                ? 1
                : (letters.matches(".*[hK].*") ? 2 : 24) / (letters.contains("a") ? 2 : 1);
        times = Math.max(1, times);
        boolean minuteOpen = !letters.contains("m");
        boolean secondOpen = !letters.contains("s");
        if (letters.contains("S")) {
            times *= (minuteOpen ? 60 : 1) * (secondOpen ? 60 : 1);
        } else if (!secondOpen) {
            times *= minuteOpen ? 60 : 1;
        } else if (minuteOpen) {
            times = 1;
        }
        return date && times <= 24 && fieldsAreApart(account);
    }

    /** Whether fields that touch each other have as many digits as letters, except for one half of the day. */
    private static boolean fieldsAreApart(Account account) {
        String unquoted = account.pattern().replaceAll("'[^']*'", "'");
        return Arrays.stream(unquoted.split("[^A-Za-z]+"))
                .map(touching -> List.of(touching.split("(?<=(.))(?!\\1)")))
                .filter(fields -> fields.size() > 1)
                .allMatch(fields -> fields.stream().allMatch(field -> isHalfOfDay(field) || isOfFixedWidth(field))
                        && fields.stream()
                                        .filter(GeneratedAccounts::isHalfOfDay)
                                        .count()
                                <= 1);
    }

    private static boolean isHalfOfDay(String field) {
        return field.startsWith("a");
    }

    private static boolean isOfFixedWidth(String field) {
        int usualDigits = field.startsWith("S") ? 3 : field.startsWith("y") && field.length() != 2 ? 4 : 2;
        return "yMdHkKhmsS".contains(field.substring(0, 1)) && field.length() >= usualDigits && !field.startsWith("MMM")
                || field.equals("LL");
    }

    /** Whether one second alone is written so. */
    static boolean isExact(Account account, Instant instant) {
        String letters = letters(account);
        ZoneId zone = TimeZone.getTimeZone(account.zone()).toZoneId();
        boolean once = zone.getRules()
                        .getValidOffsets(instant.atZone(zone).toLocalDateTime())
                        .size()
                == 1;
        boolean hour = letters.matches(".*[Hk].*") || letters.matches(".*[hK].*") && letters.contains("a");
        boolean apart = !letters.matches(".*([a-zA-Z])(?!\\1)[a-zA-Z].*"); // 111 can be 1:11 and 11:1
        return once && hour && apart && letters.contains("m") && letters.contains("s");
    }

    /** Whether the zone's name or offset is part of each text. */
    static boolean showsZone(Account account) {
        return letters(account).matches(".*[zZX].*");
    }

    private static String letters(Account account) {
        return account.pattern().replace("''", "").replaceAll("'[^']*'", "");
    }
}
