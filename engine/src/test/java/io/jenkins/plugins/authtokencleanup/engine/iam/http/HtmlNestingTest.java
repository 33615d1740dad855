package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlNestingTest {
    @ParameterizedTest
    @CsvSource({
        "<table>, </table>, 200, false",
        "<table>, </table>, 201, true",
        "<TABLE class=x>, </TABLE>, 201, true",
        "<template>, </template>, 201, true",
        "<tablet>, </tablet>, 201, false",
        "<div>, </div>, 201, false"
    })
    void more_than_200_levels_of_tables_are_too_deep(String open, String close, int levels, boolean tooDeep) {
        assertEquals(tooDeep, HtmlNesting.isTooDeep(open.repeat(levels) + close.repeat(levels)));
        assertEquals(tooDeep, HtmlNesting.isTooDeep(close + open.repeat(levels)));
    }

    @Test
    void many_tables_one_after_the_other_are_not_deep() {
        assertFalse(HtmlNesting.isTooDeep("<table><table></table></table>".repeat(10_000)));
    }
}
