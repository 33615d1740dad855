package io.jenkins.plugins.authtokencleanup.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.FailureReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows of the design point one way, and what is dangerous is done in one place. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = Product.imported();
    private static final JavaClasses SPOILED = Product.importedWithCounterexamples();

    @ParameterizedTest
    @EnumSource
    void the_product_keeps_the_rule(Rule rule) {
        rule.rule.check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void a_counterexample_breaks_the_rule(Rule rule) {
        FailureReport report = rule.rule.evaluate(SPOILED).getFailureReport();
        assertTrue(report.toString().contains("Counterexample"), () -> rule + " is kept by all counterexamples");
    }
}
