package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignInRefusalTest {
    private static final Pattern CODE = Pattern.compile("\\b(?:SI|IN|U|R|P|MFA)\\d{3}\\b|HIP_[A-Z]+");

    @ParameterizedTest
    @EnumSource
    void a_code_is_put_in_a_sentence(SignInCode code) {
        if (code.problem() != null) {
            var refusal = SignInRefusal.of("Sign in", code.name(), code.name());
            assertEquals(code.problem(), refusal.problem());
            assertEquals(code.words() + " (" + code + ")", refusal.observed());
        }
    }

    @Test
    void every_code_of_a_sign_in_in_the_contract_is_known() throws IOException {
        String contract = Files.readString(contract());
        String signIn = contract.substring(contract.indexOf("## 4."), contract.indexOf("## 5."))
                + contract.substring(contract.indexOf("## 8."), contract.indexOf("## 9."));
        List<String> codes =
                CODE.matcher(signIn).results().map(MatchResult::group).toList();
        assertTrue(codes.size() >= 20, codes.toString());
        codes.forEach(code -> assertTrue(SignInCode.of(code).isPresent(), code));
    }

    /** The engine's build runs in its own directory, the plugin's one above. */
    private static Path contract() {
        Path here = Path.of("docs/wire-contract.md");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
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
