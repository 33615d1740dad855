package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.WireContract;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignInRefusalTest {
    private static final Pattern CODE = Pattern.compile("\\b(?:SI|IN|U|R|P|MFA)\\d{3}\\b|HIP_[A-Z]+");

    static Stream<SignInCode> refusals() {
        return Stream.of(SignInCode.values()).filter(code -> code.problem() != null);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_code_is_put_in_a_sentence(SignInCode code) {
        var refusal = SignInRefusal.of("Sign in", code.name(), code.name());
        assertEquals(code.problem(), refusal.problem());
        assertEquals(code.words() + " (" + code + ")", refusal.observed());
    }

    @Test
    void every_code_of_a_sign_in_in_the_contract_is_known() throws IOException {
        List<String> codes = WireContract.matches(CODE, 4, 8);
        assertTrue(codes.size() >= 20, codes.toString());
        codes.forEach(code -> assertTrue(SignInCode.of(code).isPresent(), code));
    }

    @ParameterizedTest
    @CsvSource({
        "Please enter the CAPTCHA, CAPTCHA_REQUIRED",
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
