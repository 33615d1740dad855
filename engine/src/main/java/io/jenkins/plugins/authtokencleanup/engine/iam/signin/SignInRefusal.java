package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Derives why a server refuses a sign-in from its message. */
public final class SignInRefusal {
    private static final Pattern CAPTCHA = Pattern.compile("captcha|characters (shown|in the image)|hip_");
    private static final Pattern LOCKED = Pattern.compile("\\block(ed)?\\b|blocked|disabled|suspended|deactivated");
    private static final Pattern LIMIT =
            Pattern.compile("(sign-?in|login|attempts?)\\b.*\\b(limit|exceeded|used up|maximum|too many)"
                    + "|\\b(limit|exceeded|maximum|too many)\\b.*\\b(sign-?ins?|logins?|attempts?)");
    private static final Pattern SECOND = Pattern.compile(
            "second factor|two[- ]factor|multi[- ]factor|\\b[tm]fa\\b|one[- ]time|\\botp\\b|verification code|authenticator");

    /** A reason stands at the beginning; matching takes the square of the length. */
    private static final int LONGEST = 2_000;

    private SignInRefusal() {}

    /**
     * The exception for what the server says.
     *
     * @param tried what was tried
     * @param said the server's words, in full
     * @param excerpt the same, cut and cleaned
     * @return a wrong password if nothing else fits
     */
    public static CleanupException of(String tried, String said, String excerpt) {
        Optional<SignInCode> code = SignInCode.of(said.strip()).filter(known -> known.problem() != null);
        return code.isPresent()
                ? new CleanupException(code.get().problem(), tried, code.get().words() + " (" + code.get() + ")")
                : new CleanupException(
                        problem(said.substring(0, Math.min(said.length(), LONGEST))
                                .toLowerCase(Locale.ROOT)),
                        tried,
                        excerpt.isEmpty() ? "the server refused it" : "the server says: " + excerpt);
    }

    private static Problem problem(String words) {
        if (CAPTCHA.matcher(words).find()) {
            return Problem.CAPTCHA_REQUIRED;
        }
        if (LIMIT.matcher(words).find()) {
            return Problem.SIGN_IN_LIMIT;
        }
        if (LOCKED.matcher(words).find()) {
            return Problem.ACCOUNT_LOCKED;
        }
        return SECOND.matcher(words).find() ? Problem.SECOND_FACTOR_REQUIRED : Problem.WRONG_PASSWORD;
    }
}
