package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSignInTest {

    @Test
    void the_older_address_leads_to_the_page_with_its_form_without_an_action() {
        try (AnalyticsServer server =
                JsonSession.fiveTokens().prefix("/analytics").start()) {
            BareSession browser = new BareSession(server);
            HttpResponse<String> older = browser.get("/iam/login?servicename=ZohoReports");
            assertEquals(
                    "/analytics/iam/signin?servicename=ZohoReports",
                    older.headers().firstValue("Location").orElse(""));
            String page = browser.get("/iam/signin").body();
            assertTrue(
                    page.contains(
                            "<form name=\"login\" id=\"login\" onsubmit=\"javascript:return submitsignin(this);\" method=\"post\""),
                    page);
            String form = page.substring(page.indexOf("<form name=\"login\""), page.indexOf("</form>"));
            assertTrue(form.contains("name=\"LOGIN_ID\"")
                    && form.contains("name=\"PASSWORD\"")
                    && form.contains("name=\"captcha\""));
            assertTrue(page.contains("var csrfParam= \"iamcsrcoo\";")
                    && page.contains("var csrfCookieName = \"iamcsr\";"));
            assertTrue(page.contains("var uriPrefix = '/analytics/iam';")
                    && page.contains("var isCaptchaNeeded =\"false\";"));
            assertTrue(page.contains("signinParams")
                    && page.contains("name=\"backupcode\"")
                    && page.contains("name=\"OTP\""));
            assertFalse(page.contains("signin/v2") || page.contains("encryptData"));
            assertTrue(browser.get("/iam/js/signin.js").body().contains("/signin/v2/lookup/"));
        }
    }

    @Test
    void the_page_can_name_the_script_encryption_a_captcha_and_an_action() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonSignIn(signIn -> signIn.scriptInPage(true)
                        .encryptData(true)
                        .captchaNeeded(true)
                        .mobileForm(true)
                        .uriPrefixOnPage(false))
                .start()) {
            String page = new BareSession(server).get("/iam/signin").body();
            assertTrue(page.contains("signin/v2")
                    && page.contains("encryptData")
                    && page.contains("isCaptchaNeeded =\"true\""));
            assertTrue(page.contains("action=\"/signin/v2/lookup/\" method=\"post\""));
            assertFalse(page.contains("var uriPrefix"));
            assertEquals("IN101", JsonSession.code(new JsonSession(server).signIn()));
        }
    }

    @ParameterizedTest
    @EnumSource(SignInCode.class)
    void the_right_password_is_answered_with_each_code(SignInCode code) {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonSignIn(signIn -> signIn.outcome(code))
                .start()) {
            JsonSession session = new JsonSession(server);
            JsonNode reply = session.signIn();
            assertEquals(code.name(), JsonSession.code(reply));
            assertEquals(code.isIn(), session.browser().get("/iam/home").body().contains("id=\"zcontiner\""));
            assertEquals(
                    code.effect() == SignInCode.Effect.REFUSED ? 400 : 201,
                    reply.path("status_code").asInt());
            boolean announcement =
                    reply.path("passwordauth").path("redirect_uri").asText().contains("/announcement");
            assertEquals(code == SignInCode.SI302 || code == SignInCode.SI303, announcement);
            assertEquals(List.of(1, code.isIn() ? 1 : 0), List.of(server.signInAttempts(), server.signIns()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CAPTCHA, IN108",
        "CAPTCHA_INVALID, IN107",
        "SECOND_FACTOR, MFA302",
        "ANNOUNCEMENT, SI302",
        "LOCKED, SI505",
        "LIMIT, SI503",
        "NO_SUCH_USER, U401"
    })
    void behaviours_of_the_other_sign_ins_have_their_codes(SignInBehaviour behaviour, String code) {
        try (AnalyticsServer server = JsonSession.fiveTokens().signIn(behaviour).start()) {
            assertEquals(code, JsonSession.code(new JsonSession(server).signIn()));
        }
    }

    @Test
    void a_look_up_can_fail_and_then_no_password_is_sent() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonSignIn(signIn -> signIn.lookupOutcome(SignInCode.U403))
                .start()) {
            assertEquals("U403", JsonSession.code(new JsonSession(server).signIn()));
            assertEquals(0, server.signInAttempts());
            assertEquals(1, server.log(RequestKind.LOGIN_LOOKUP).size());
        }
    }

    @Test
    void the_look_up_offers_the_modes_and_a_password_is_taken_in_no_other() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonSignIn(signIn -> signIn.allowedModes("samlauth", "otp"))
                .start()) {
            JsonSession session = new JsonSession(server);
            session.browser().get("/iam/signin");
            JsonNode modes = JsonSession.json(session.lookup()).path("lookup").path("modes");
            assertEquals("[\"samlauth\",\"otp\"]", modes.path("allowed_modes").toString());
            assertEquals("IN101", JsonSession.code(session.signIn()));
            assertEquals(1, server.signInAttempts());
        }
    }

    @Test
    void a_directory_password_goes_to_its_own_address() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonSignIn(signIn -> signIn.allowedModes("ldappasswordauth"))
                .start()) {
            JsonNode reply = new JsonSession(server).signIn("ldappasswordauth", "/onpremise/signin/v2/primary/");
            assertEquals("SI200", JsonSession.code(reply));
            assertTrue(reply.path("ldappasswordauth").has("redirect_uri"));
            assertEquals("IN101", JsonSession.code(new JsonSession(server).signIn()));
        }
    }

    @Test
    void sign_ins_are_served_below_the_prefix_that_the_page_names_and_nowhere_else() {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .prefix("/analytics")
                .jsonSignIn(signIn -> signIn.uriPrefix("/other/accounts"))
                .start()) {
            String origin = server.url().replace("/analytics", "");
            assertEquals(
                    "SI200",
                    JsonSession.code(new JsonSession(server)
                            .below(origin + "/other/accounts")
                            .signIn()));
            JsonSession wrong = new JsonSession(server);
            wrong.browser().get("/iam/signin");
            assertEquals(404, wrong.lookup().statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.invalid/iam", "//other.invalid/iam", "javascript:alert(1)"})
    void a_foreign_prefix_is_shown_only(String prefix) {
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .jsonSignIn(signIn -> signIn.uriPrefix(prefix))
                .start()) {
            assertTrue(new BareSession(server).get("/iam/signin").body().contains("var uriPrefix = '" + prefix + "';"));
        }
    }

    @Test
    void without_the_header_there_is_an_error_page() {
        try (AnalyticsServer server = JsonSession.fiveTokens().start()) {
            BareSession browser = new BareSession(server);
            browser.get("/iam/signin");
            String body = browser.send(browser.request(URI.create(server.url() + "/iam/signin/v2/lookup/a"))
                            .POST(HttpRequest.BodyPublishers.ofString("mode=primary&cli_time=1")))
                    .body();
            assertTrue(body.contains("<h1>Error</h1>"));
        }
    }

    @Test
    void ten_wrong_passwords_lock_for_a_quarter_of_an_hour() {
        TestClock clock = TestClock.at(FiveTokens.NOW);
        try (AnalyticsServer server = JsonSession.fiveTokens().clock(clock).start()) {
            JsonSession wrong = new JsonSession(server).as("admin@example.com", "wrong");
            for (int i = 0; i < 10; i++) {
                assertEquals("IN102", JsonSession.code(wrong.signIn()));
            }
            assertEquals("SI505", JsonSession.code(new JsonSession(server).signIn()));
            clock.advance(Duration.ofMinutes(15));
            assertEquals("SI200", JsonSession.code(new JsonSession(server).signIn()));
        }
    }

    @Test
    void the_sign_ins_of_a_day_are_limited() {
        TestClock clock = TestClock.at(FiveTokens.NOW);
        try (AnalyticsServer server = JsonSession.fiveTokens()
                .clock(clock)
                .jsonSignIn(signIn -> signIn.signInsADay(2))
                .start()) {
            List<String> codes = List.of(
                    JsonSession.code(new JsonSession(server).signIn()),
                    JsonSession.code(new JsonSession(server).signIn()),
                    JsonSession.code(new JsonSession(server).signIn()));
            assertEquals(List.of("SI200", "SI200", "SI503"), codes);
            clock.advance(Duration.ofDays(1));
            assertEquals("SI200", JsonSession.code(new JsonSession(server).signIn()));
        }
    }

    @Test
    void either_sign_in_goes_with_either_page() {
        try (AnalyticsServer classic = FiveTokens.server().hasJsonSignIn(true).start();
                AnalyticsServer json = JsonSession.fiveTokens()
                        .hasJsonSignIn(false)
                        .generation(LoginGeneration.AUTH)
                        .start()) {
            assertEquals(
                    5,
                    BareSession.handles(JsonSession.signedIn(classic)
                                    .browser()
                                    .panel()
                                    .body())
                            .size());
            JsonSession session = new JsonSession(json);
            session.browser().signIn(LoginGeneration.AUTH);
            assertEquals(5, session.handles().size());
        }
    }
}
