package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.JsonSignInSettings;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInCode;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in page of servers since 2021 (contract, section 8): one password, and only where and if it is wanted. */
class JsonSignInPageTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");

    private static ServerSettings server(Consumer<JsonSignInSettings> signIn) {
        return AnalyticsServer.configure()
                .accountsPage(AccountsPage.JSON)
                .jsonSignIn(signIn)
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .clock(TestClock.at(NOW))
                .tokens(
                        TestToken.named("stale").usedDaysAgo(90, NOW),
                        TestToken.named("fresh").usedDaysAgo(3, NOW));
    }

    private static void assertCleans(ServerSettings settings) {
        try (AnalyticsServer server = settings.start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(
                    List.of("fresh"),
                    server.tokens().stream().map(TestToken::description).toList());
            assertEquals(1, server.signInAttempts());
            assertEquals(0, server.openSessions());
        }
    }

    private static void assertRefused(ServerSettings settings, Problem problem, int passwords, String words) {
        try (AnalyticsServer server = settings.start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.FAILED, report.outcome());
            assertEquals(problem.exitCode(), report.exitCode(), report.message());
            assertTrue(report.message().contains(words), report.message());
            assertTrue(
                    report.message().endsWith(problem.advice() + ". No AuthToken is known to be removed."),
                    report.message());
            assertEquals(passwords, server.signInAttempts());
            assertEquals(
                    passwords,
                    server.log().stream()
                            .map(LoggedRequest::body)
                            .filter(body -> body.contains(Cleanup.PASSWORD))
                            .count());
            assertEquals(2, server.tokens().size());
        }
    }

    @Test
    void the_page_is_recognised_in_each_form_that_it_has() {
        assertCleans(server(page -> {}));
        assertCleans(server(page -> page.mobileForm(true)));
        assertCleans(server(page -> page.scriptInPage(true)));
        assertCleans(server(page -> page.uriPrefixOnPage(false)));
        assertCleans(server(page -> page.uriPrefixOnPage(false)).prefix("/analytics"));
        assertCleans(server(page -> {}).prefix("/analytics").rotateCsrf(true).https(true));
        assertCleans(server(page -> {}).csrfName("xsrf", "xsrfparam"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accounts", "/accounts/deep/er"})
    void requests_go_below_the_prefix_that_the_page_names(String prefix) {
        assertCleans(server(page -> page.uriPrefix(prefix)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.invalid/iam",
                "//other.invalid/iam",
                "accounts",
                "javascript:alert(1)",
                "/\\\\other.invalid"
            })
    void a_prefix_that_is_no_path_here_stops_before_the_password(String prefix) {
        assertRefused(server(page -> page.uriPrefix(prefix)), Problem.FOREIGN_ADDRESS, 0, "login page names a place");
    }

    @Test
    void without_a_password_among_the_ways_to_sign_in_it_is_not_sent_and_they_are_named() {
        assertRefused(
                server(page -> page.allowedModes("saml", "otp")),
                Problem.NO_PASSWORD_SIGN_IN,
                0,
                "but with: saml, otp");
        assertRefused(
                server(page -> page.allowedModes()),
                Problem.NO_PASSWORD_SIGN_IN,
                0,
                "does not sign in with a password");
        assertCleans(server(page -> page.allowedModes("otp", "password")));
    }

    @Test
    void a_directory_password_is_sent_where_the_server_offers_it() {
        assertCleans(server(page -> page.allowedModes("ldappasswordauth")));
        assertCleans(server(page -> page.allowedModes("ldappasswordauth")).prefix("/analytics"));
    }

    @Test
    void a_page_that_encrypts_passwords_gets_none() {
        assertRefused(server(page -> page.encryptData(true)), Problem.NO_PASSWORD_SIGN_IN, 0, "encrypts passwords");
    }

    @Test
    void only_a_captcha_in_use_is_one() {
        assertRefused(server(page -> page.captchaNeeded(true)), Problem.CAPTCHA_REQUIRED, 0, "CAPTCHA");
    }

    @ParameterizedTest
    @EnumSource(
            value = SignInCode.class,
            names = {"SI200", "SI300", "SI301", "SI302", "SI303"})
    void these_codes_are_a_success(SignInCode code) {
        assertCleans(server(page -> page.outcome(code)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MFA302|SECOND_FACTOR_REQUIRED|wants a second factor",
                "P500|PASSWORD_EXPIRED|the password has expired",
                "P501|PASSWORD_EXPIRED|the password has expired",
                "IN102|WRONG_PASSWORD|the password is wrong",
                "IN107|CAPTCHA_REQUIRED|the server wants a CAPTCHA solved",
                "IN108|CAPTCHA_REQUIRED|the server wants a CAPTCHA solved",
                "U401|ACCOUNT_UNUSABLE|there is no such account",
                "U402|ACCOUNT_UNUSABLE|is not active",
                "U403|ACCOUNT_UNUSABLE|is not confirmed",
                "U404|ACCOUNT_UNUSABLE|can't be used here",
                "U405|ACCOUNT_UNUSABLE|is closed",
                "R303|ADDRESS_NOT_ALLOWED|may not sign in from this machine's address",
                "SI500|SIGN_IN_FAILED|without a reason",
                "SI503|SIGN_IN_LIMIT|today's limit of sign-ins is reached",
                "SI504|SIGN_IN_FAILED|does not allow it",
                "SI505|ACCOUNT_LOCKED|too many sign-ins failed"
            })
    void each_other_code_has_its_own_words_and_advice(SignInCode code, Problem problem, String words) {
        assertRefused(server(page -> page.outcome(code)), problem, 1, words);
        if (code != SignInCode.MFA302 && code != SignInCode.P500 && code != SignInCode.P501) {
            assertRefused(server(page -> page.lookupOutcome(code)), problem, 0, words);
        }
    }

    @Test
    void a_wrong_password_is_sent_once() {
        try (AnalyticsServer server = server(page -> {}).start()) {
            CleanupReport report = Cleanup.of(server).password("wr0ng-Pa55").run();
            assertTrue(report.message().contains(Problem.WRONG_PASSWORD.advice()), report.message());
            assertEquals(1, server.signInAttempts());
            assertEquals(1, server.log(RequestKind.LOGIN).size());
        }
    }

    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    void either_page_goes_with_either_sign_in(AccountsPage kind) {
        assertCleans(server(page -> {}).accountsPage(kind).hasJsonSignIn(kind == AccountsPage.CLASSIC));
    }
}
