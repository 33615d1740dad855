package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInRefusalTest {
    @ParameterizedTest
    @CsvSource({
        "Please enter the CAPTCHA, CAPTCHA_REQUIRED",
        "HIP_REQUIRED, CAPTCHA_REQUIRED",
        "Your account is locked, ACCOUNT_LOCKED",
        "This user is blocked, ACCOUNT_LOCKED",
        "Too many sign-in attempts, SIGN_IN_LIMIT",
        "Login limit exceeded, SIGN_IN_LIMIT",
        "Enter the verification code, SECOND_FACTOR_REQUIRED",
        "MFA is required, SECOND_FACTOR_REQUIRED",
        "Invalid password, WRONG_PASSWORD",
        "A clockwork unlocks nothing, WRONG_PASSWORD",
        "'', WRONG_PASSWORD"
    })
    void a_refusal_is_understood_by_its_words(String said, Problem problem) {
        var refusal = SignInRefusal.of("Sign in", said, said);
        assertEquals(problem, refusal.problem());
        assertEquals(said.isEmpty() ? "the server refused it" : "the server says: " + said, refusal.observed());
    }
}
