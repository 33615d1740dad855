package io.jenkins.plugins.authtokencleanup.engine.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product of nested counts is found, whatever brackets stand between them. */
class RegexCostTest {
    private static final List<String> ATOMS = List.of(
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
            "\\b",
            "^",
            "$");
    private static final List<String> GROUPS = List.of("(", "(?:", "(?=", "(?!", "(?>", "(?i:", "(?s-i:");

    /** An expression, and the greatest product of nested counts in it. */
    private record Expression(String text, long cost) {
        Expression then(Expression next) {
            return new Expression(text + next.text, Math.max(cost, next.cost));
        }
    }

    private static Expression expression(Random random, int depth) {
        Expression all = element(random, depth);
        for (int more = random.nextInt(3); more > 0; more--) {
            Expression bar = new Expression(random.nextInt(4) == 0 ? "|" : "", 1);
            all = all.then(bar).then(element(random, depth));
        }
        return all;
    }

    private static Expression element(Random random, int depth) {
        Expression inner = new Expression(pick(random, ATOMS), 1);
        if (depth > 0 && random.nextInt(3) > 0) {
            Expression body = expression(random, depth - 1);
            inner = new Expression(pick(random, GROUPS) + body.text + ")", body.cost);
        }
        int count = 2 + random.nextInt(30);
        return switch (random.nextInt(6)) {
            case 0 -> new Expression(inner.text + "{" + count + "}", inner.cost * count);
            case 1 -> new Expression(inner.text + "{" + count + ",}?", inner.cost * count);
            case 2 -> new Expression(inner.text + "{1," + count + "}+", inner.cost * count);
            case 3 -> new Expression(inner.text + "*", inner.cost);
            default -> inner;
        };
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_any_expression(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Expression expression = expression(random, 4);
            Pattern.compile(expression.text);
            assertEquals(expression.cost, RegexCost.of(expression.text), "seed " + seed + ": " + expression.text);
            String withComments = "(?x)" + expression.text.replace(")", " ) ");
            assertTrue(RegexCost.of(withComments) >= expression.cost, "seed " + seed + ": " + withComments);
        }
    }
}
