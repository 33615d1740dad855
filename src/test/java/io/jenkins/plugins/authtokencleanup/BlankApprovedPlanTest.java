package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.EnvVars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** An approved plan that is asked for, but empty in a build, never means that none is needed. */
class BlankApprovedPlanTest {
    private static String expanded(String plan, EnvVars variables) {
        CleanupParameters parameters = new CleanupParameters("https://analytics:8443", "account");
        parameters.approvedPlan(plan);
        return parameters.expanded(variables).approvedPlan();
    }

    @Test
    void a_freestyle_job_whose_variable_is_empty_names_a_plan_that_no_preview_has() {
        assertEquals("${PLAN}", expanded("${PLAN}", new EnvVars("PLAN", " ")));
        assertEquals("$PLAN", expanded("$PLAN", new EnvVars()));
        assertEquals("abc", expanded("$PLAN", new EnvVars("PLAN", " abc ")));
        assertNull(expanded(null, new EnvVars()));
        assertNull(expanded(" ", new EnvVars()));
    }

    /** Null is what a pipeline has of a parameter or variable that does not exist, or of a preview that failed. */
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "  ")
    void a_pipeline_that_gives_an_empty_one_removes_nothing(String plan) {
        RemoveUnusedAuthTokensStep step = new RemoveUnusedAuthTokensStep("https://analytics:8443", "account");
        step.setApprovedPlan(plan);
        String message =
                assertThrows(AbortException.class, () -> step.start(null)).getMessage();
        assertTrue(message.startsWith("approvedPlan is empty, so nothing is removed"), message);
        assertNull(step.getApprovedPlan(), "a form's empty field is not written into a script");
    }
}
