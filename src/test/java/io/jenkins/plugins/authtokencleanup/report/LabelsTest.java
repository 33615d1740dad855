package io.jenkins.plugins.authtokencleanup.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the report page calls outcomes, reasons and orders. */
class LabelsTest {
    static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(
                        RunOutcome.values(), TokenOutcome.values(), Reason.values(), ReportQuery.Sort.values())
                .flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void every_constant_has_a_label(Enum<?> constant) {
        assertFalse(Labels.of(constant).isBlank());
    }

    /** The search looks for the engine's words, which a reader sees in English. */
    @ParameterizedTest
    @EnumSource
    void the_english_label_of_a_reason_is_what_a_search_finds(Reason reason) {
        assertEquals(reason.words(), Labels.of(reason));
    }

    @Test
    void a_quote_is_written_once() {
        assertEquals("As on the server's page", Labels.of(ReportQuery.Sort.PAGE));
    }
}
