package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.util.Optional;

/** The codes of a sign-in's answer, in words (contract, sections 4 and 8). */
enum SignInCode {
    SI200(null, "signed in"),
    SI300(null, "signed in"),
    SI301(null, "signed in"),
    SI302(null, "signed in, but the server shows an announcement first"),
    SI303(null, "signed in, but the server shows an announcement first"),
    MFA302(Problem.SECOND_FACTOR_REQUIRED, "the server wants a second factor"),
    P500(Problem.PASSWORD_EXPIRED, "the password has expired"),
    P501(Problem.PASSWORD_EXPIRED, "the password has expired"),
    IN102(Problem.WRONG_PASSWORD, "the password is wrong"),
    IN107(Problem.CAPTCHA_REQUIRED, "the server wants a CAPTCHA solved"),
    IN108(Problem.CAPTCHA_REQUIRED, "the server wants a CAPTCHA solved"),
    HIP_REQUIRED(Problem.CAPTCHA_REQUIRED, "the server wants a CAPTCHA solved"),
    HIP_INVALID(Problem.CAPTCHA_REQUIRED, "the server wants a CAPTCHA solved"),
    U401(Problem.ACCOUNT_UNUSABLE, "there is no such account"),
    U402(Problem.ACCOUNT_UNUSABLE, "the account is not active"),
    U403(Problem.ACCOUNT_UNUSABLE, "the account is not confirmed"),
    U404(Problem.ACCOUNT_UNUSABLE, "the account can't be used here"),
    U405(Problem.ACCOUNT_UNUSABLE, "the account is closed"),
    R303(Problem.ADDRESS_NOT_ALLOWED, "the account may not sign in from this machine's address"),
    SI500(Problem.SIGN_IN_FAILED, "the server refused it without a reason"),
    SI503(Problem.SIGN_IN_LIMIT, "today's limit of sign-ins is reached"),
    SI504(Problem.SIGN_IN_FAILED, "the server does not allow it"),
    SI505(Problem.ACCOUNT_LOCKED, "too many sign-ins failed");

    private final Problem problem;
    private final String words;

    SignInCode(Problem problem, String words) {
        this.problem = problem;
        this.words = words;
    }

    static Optional<SignInCode> of(String code) {
        for (SignInCode known : values()) {
            if (known.name().equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** What the code means for the run, null for a success. */
    Problem problem() {
        return problem;
    }

    String words() {
        return words;
    }
}
