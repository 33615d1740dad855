package io.jenkins.plugins.authtokencleanup.engine.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Asserts which problem ends an action. */
public final class Problems {
    private Problems() {}

    public static CleanupException assertProblem(Problem problem, Executable action) {
        return assertProblem(problem, action, null);
    }

    public static CleanupException assertProblem(Problem problem, Executable action, String message) {
        CleanupException e = assertThrows(CleanupException.class, action, message);
        assertEquals(problem, e.problem(), message);
        return e;
    }
}
