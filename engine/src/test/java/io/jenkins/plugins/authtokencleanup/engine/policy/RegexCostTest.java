package io.jenkins.plugins.authtokencleanup.engine.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can repeat without reading a character is found, and the rest ends in time. */
class RegexCostTest {
    private static final int LIMIT = 10_000;
    private static final List<String> READING = List.of(
            "a",
            ".",
            "\\(",
            "\\)",
            "\\[",
            "\\{",
            "\\\\",
            "\\d",
            "\\c(",
            "\\c)",
            "\\c[",
            "\\x{28}",
            "\\p{L}",
            "[a]",
            "[](]",
            "[^](]",
            "[)[(]]",
            "[[])]]",
            "[a&&[^(]]",
            "[\\](]",
            "[\\c](]",
            "[{2}(]",
            "\\Q(\\E");
    private static final List<String> EMPTY =
            List.of("^", "$", "\\b", "\\b{g}", "\\B", "\\G", "\\z", "()", "(?i)", "(|)");
    private static final List<String> GROUPS =
            List.of("(", "(?:", "(?=", "(?!", "(?>", "(?i:", "(?<name>", "(?<!", "(?<=");

    private static final List<String> QUANTIFIERS = List.of("", "", "", "?", "*", "+", "{0,3}", "{7}", "??", "*+");

    static LongStream seeds() {
        return Sample.seeds(200);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abc; 1",
                "a{100}b{50}; 100",
                "(a{100}){50}b{3}; 5000",
                "(a{100}){50,}; 5000",
                "(a{100}){2,50}?; 5000",
                "a?b*c+(d|e)?(f|g)*; 1",
                "(a?)?; 2",
                "(a*)*; 2",
                "(a*)+x; 2",
                "(a*|b*); 2",
                "(a*|b*|c)?; 4",
                "(?:^|,)(?:$|x); 1",
                "^?\\b?()?\\1?\\b{g}?; 32",
                "(?i)?; 2",
                "(?=a*|b*); 2",
                "(?<=-)(?<!test)(?<=x); 4",
                "(?<=(?<=a{0,9}).{0,20}b); 3780",
                "(a{100}){10}(a*)*; 2000",
                "()()()()()()()()()()()(?:\\12|\\12); 2"
            })
    void of_what_is_written(String regex, long cost) {
        assertEquals(cost, RegexCost.of(regex));
    }

    /** An expression whose greatest product of nested counts is known. */
    private record Counted(String text, long product) {
        Counted then(Counted next) {
            return new Counted(text + next.text, Math.max(product, next.product));
        }
    }

    private static Counted counted(Random random, int depth) {
        Counted all = element(random, depth);
        for (int more = random.nextInt(3); more > 0; more--) {
            all = all.then(new Counted(random.nextInt(4) == 0 ? "|" : "", 1)).then(element(random, depth));
        }
        return all;
    }

    private static Counted element(Random random, int depth) {
        Counted inner = new Counted(pick(random, READING), 1);
        if (depth > 0 && random.nextInt(3) > 0) {
            Counted body = counted(random, depth - 1);
            inner = new Counted(pick(random, GROUPS.subList(0, 6)) + body.text + ")", body.product);
        }
        int count = 2 + random.nextInt(30);
        return switch (random.nextInt(5)) {
            case 0 -> new Counted(inner.text + "{" + count + "}", inner.product * count);
            case 1 -> new Counted(inner.text + "{" + count + ",}?", inner.product * count);
            case 2 -> new Counted(inner.text + "{1," + count + "}+", inner.product * count);
            default -> inner;
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nested_counts_multiply_whatever_brackets_stand_between_them(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Counted expression = counted(random, 4);
            Pattern.compile(expression.text);
            String what = "seed " + seed + ": " + expression.text;
            long cost = RegexCost.of(expression.text);
            assertTrue(cost >= expression.product, what);
            assertTrue(cost == expression.product || expression.text.contains("(?"), what);
            String withComments = "(?x)" + expression.text.replace(")", " ) ");
            assertTrue(RegexCost.of(withComments) >= expression.product, withComments);
        }
    }

    /** An expression that is likely to try the same many times without reading anything. */
    private static String mostlyEmpty(Random random, int depth) {
        StringBuilder text = new StringBuilder();
        for (int elements = random.nextInt(8); elements >= 0; elements--) {
            String element = random.nextInt(4) == 0 ? pick(random, READING) : pick(random, EMPTY);
            if (depth > 0 && random.nextInt(2) == 0) {
                element = pick(random, GROUPS) + mostlyEmpty(random, depth - 1) + ")";
            }
            String quantified = (random.nextInt(5) == 0 ? "|" : "") + element + pick(random, QUANTIFIERS);
            text.append(quantified.repeat(random.nextInt(6) == 0 ? 1 + random.nextInt(30) : 1));
        }
        return text.toString();
    }

    /** Names of groups differ. */
    private static String numbered(String regex) {
        int[] number = new int[1];
        return Pattern.compile("<name>").matcher(regex).replaceAll(name -> "<n" + number[0]++ + ">");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_below_the_limit_ends(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String regex = numbered(mostlyEmpty(random, 2)) + pick(random, List.of("", "x", "\\z", "\\G"));
            if (isValid(regex) && RegexCost.of(regex) <= LIMIT) {
                Pattern pattern = Pattern.compile(regex);
                for (String text : List.of("", "ab", "a".repeat(300))) {
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> find(pattern, text), () -> "seed " + seed + ": " + regex);
                }
            }
        }
    }

    /** Java refuses some, such as look-behinds without a bound. */
    private static boolean isValid(String regex) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void find(Pattern pattern, String text) {
        try {
            pattern.matcher(new BoundedText(text)).find();
        } catch (BoundedText.TooSlow | StackOverflowError | IndexOutOfBoundsException e) {
            // That is an end, too. Some versions of Java read beyond the end of the text.
            return;
        }
    }
}
