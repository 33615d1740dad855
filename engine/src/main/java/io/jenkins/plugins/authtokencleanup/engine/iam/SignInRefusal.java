package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.error.AccountLockedException;
import io.jenkins.plugins.authtokencleanup.engine.error.CaptchaRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.SecondFactorRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.SignInLimitException;
import io.jenkins.plugins.authtokencleanup.engine.error.WrongPasswordException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from what a server says why it refuses a sign-in. */
final class SignInRefusal {
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
    static CleanupException of(String tried, String said, String excerpt) {
        String words = said.toLowerCase(Locale.ROOT);
        String came = excerpt.isEmpty() ? "the server refused it" : "the server says: " + excerpt;
        if (CAPTCHA.matcher(words).find()) {
            return new CaptchaRequiredException(tried, came);
        }
        if (LIMIT.matcher(words).find()) {
            return new SignInLimitException(tried, came);
        }
        if (LOCKED.matcher(words).find()) {
            return new AccountLockedException(tried, came);
        }
        if (SECOND.matcher(words).find()) {
            return new SecondFactorRequiredException(tried, came);
        }
        return new WrongPasswordException(tried, came);
    }
}
