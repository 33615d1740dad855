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
    private static final Pattern LIMIT = Pattern.compile(
            "(sign-?in|login|attempts?)\\b.*\\b(limit|exceeded|used up|maximum|too many)"
                    + "|\\b(limit|exceeded|maximum|too many)\\b.*\\b(sign-?ins?|logins?|attempts?)");
    private static final Pattern SECOND = Pattern.compile(
            "second factor|two[- ]factor|multi[- ]factor|\\b[tm]fa\\b|one[- ]time|\\botp\\b|verification code|authenticator");

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
        String words = said.toLowerCase(Locale.ROOT);
        String came = excerpt.isEmpty() ? "the server refused it" : "the server says: " + excerpt;
        Optional<SignInCode> code = SignInCode.of(said.strip()).filter(known -> known.problem() != null);
        if (code.isPresent()) {
            return new CleanupException(
                    code.get().problem(), tried, code.get().words() + " (" + code.get() + ")");
        }
        if (CAPTCHA.matcher(words).find()) {
            return new CleanupException(Problem.CAPTCHA_REQUIRED, tried, came);
        }
        if (LIMIT.matcher(words).find()) {
            return new CleanupException(Problem.SIGN_IN_LIMIT, tried, came);
        }
        if (LOCKED.matcher(words).find()) {
            return new CleanupException(Problem.ACCOUNT_LOCKED, tried, came);
        }
        if (SECOND.matcher(words).find()) {
            return new CleanupException(Problem.SECOND_FACTOR_REQUIRED, tried, came);
        }
        return new CleanupException(Problem.WRONG_PASSWORD, tried, came);
    }
}
